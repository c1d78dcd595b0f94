// The ledger: what happened around the day, one line for each event, in the order of time.
import { html, useLayoutEffect, useMemo, useRef, useState } from '../lib.js';
import { EVERYWHERE } from '../ask/areas.js';
import { ask, url, useAnswer } from '../ask/api.js';
import { areaOf, areaParameter, schoolParameters } from '../choose/filters.js';
import { addMonths, dayOf } from '../ask/release.js';
import { useRested } from '../choose/rested.js';
import { kindOf } from '../ask/series.js';
import { settled } from '../show/states.js';
import { choose, viewAddress } from '../choose/state.js';
import { count, day, many, name, spaced } from '../show/words.js';

/** Of these kinds of area a year can be read; of the others a month has as much. */
const BY_YEAR = new Set(['local-authority', 'constituency', 'diocese', 'consortium']);
const PAGE = 200;

const KINDS = [
  'opened', 'closed', 'converted', 'succeeded', 'merged', 'split', 'joined', 'left', 'transferred', 'trust-registered-anew',
  'federation-joined', 'federation-left', 'foundation-trust-joined', 'foundation-trust-left', 'body-joined', 'body-left',
  'authority-changed', 'sponsor-changed', 'renamed', 'federation-formed', 'federation-dissolved', 'trust-opened', 'trust-closed',
  'trust-merged',
];

/** The calendar year, or the month, of a day: `{from, to, label}`. */
function periodOf(iso, long, release) {
  const from = long ? `${iso.slice(0, 4)}-01-01` : `${iso.slice(0, 7)}-01`;
  const after = new Date(Date.parse(addMonths(from, long ? 12 : 1)) - 86_400_000).toISOString().slice(0, 10);
  const to = after > release.extractDate ? release.extractDate : after;
  return { from, to, label: long ? iso.slice(0, 4) : `${day(from).slice(2)}` };
}

function Named({ of }) {
  if (!of) return null;
  if (of.kind === 'School') return html`<a href=${viewAddress('school', { urn: of.id.slice('school:'.length) })}>${name(of.name)}</a>`;
  return of.kind === 'UnknownTrust' ? html`<span>a trust that is not known</span>` : html`<a href=${viewAddress('body', { body: of.id })}>${name(of.name)}</a>`;
}

/** What happened, in words with links. */
function Event({ event }) {
  const gone = event.formerName && html` from “${name(event.formerName)}”`;
  return html`<span class="what">${spaced(event.event)}</span>
    <span class="who">${event.school ? html`<${Named} of=${event.school} />` : html`<${Named} of=${event.to ?? event.from} />`}${gone}
      ${event.school && event.from && html` <span>from</span> <${Named} of=${event.from} />`}
      ${event.school && event.to && html` <span>${event.from ? 'to' : 'with'}</span> <${Named} of=${event.to} />`}
      ${!event.school && event.from && event.to && html` <span>out of</span> <${Named} of=${event.from} />`}
      ${event.schools !== null && html` <small>(${count(event.schools)} ${event.schools === 1 ? 'school' : 'schools'})</small>`}
      ${event.observedAfter && html` <small>some time after ${day(event.observedAfter)}</small>`}</span>`;
}

/** The lines; those up to the day are in sight, and what comes after it is told apart. */
function Lines({ events, asOf, label }) {
  const box = useRef();
  const first = events.findIndex((event) => event.date > asOf);
  useLayoutEffect(() => {
    const at = box.current?.querySelector('[data-next]') ?? box.current?.querySelector('li:last-child');
    if (at) box.current.scrollTop = Math.max(0, at.offsetTop - box.current.clientHeight / 2);
  }, [first, events]);
  return html`<div class="ledger" ref=${box} tabindex="0" role="region" aria-label=${label}><ol>
    ${events.map((event, place) => html`<li key=${event.id} class=${first >= 0 && place >= first ? 'later' : null} data-next=${place === first ? '' : null} data-event=${event.event}>
      <time datetime=${event.date}>${day(event.date)}</time><${Event} event=${event} /></li>`)}</ol></div>`;
}

/** Further pages, asked for one by one. */
function useMore(answer) {
  const [more, setMore] = useState({ of: null, rows: [], next: null });
  const own = more.of === answer.address ? more : { rows: [], next: answer.links?.next };
  const load = () => ask(own.next).then((page) =>
    setMore({ of: answer.address, rows: [...own.rows, ...page.data], next: page.links.next }));
  return { rows: own.rows, next: own.next, load };
}

function Page({ answer, asOf, period }) {
  const more = useMore(answer);
  const [trouble, setTrouble] = useState('');
  const events = useMemo(() => [...answer.data, ...more.rows], [answer, more.rows.length]);
  if (!events.length) return html`<p class="state empty">Nothing of the kind happened here in ${period.label}.</p>`;
  return html`<p class="summary" role="status">${more.next ? `The first ${count(events.length)} events of ${period.label}; there are more` : `${many(events.length, 'event')} in ${period.label}`}${events.some((event) => event.date > asOf) ? `; what came after ${day(asOf)} is marked “later”` : ''}.</p>
    <${Lines} events=${events} asOf=${asOf} label=${`Events of ${period.label}`} />
    ${trouble && html`<p class="refused" role="alert">${trouble}</p>`}
    ${more.next && html`<p><button type="button" onClick=${() => more.load().then(() => setTrouble(''), (e) => setTrouble(e.message))}>Show more</button></p>`}`;
}

export function Ledger({ choices, release, area }) {
  const id = areaOf(choices);
  const long = id !== EVERYWHERE && BY_YEAR.has(kindOf(id));
  const asOf = dayOf(choices, release);
  // While the time is moved, nothing is asked for.
  const period = periodOf(useRested(asOf), long, release);
  const own = { area: areaParameter(choices), ...schoolParameters(choices) };
  const answer = useAnswer('/v1/events', { from: period.from, to: period.to, event: choices.event, limit: PAGE, ...own });
  const feed = url('/v1/events', { ...own, event: choices.event, format: 'atom' });
  return html`<section class="card wide" aria-label="What happened" data-figure="events">
    <div class="ledger-head"><h2>What happened in ${area.name}, ${period.label}</h2>
      <div class="tools">${answer.links?.csv && html`<a class="button" href=${answer.links.csv} download target="_self">CSV</a>`}
        <a class="button" href=${feed} target="_self" type="application/atom+xml">Atom feed</a></div></div>
    <div class="filters inside"><div class="choice"><label for="event">Kind of event</label>
      <select id="event" value=${choices.event ?? ''} onChange=${(change) => choose({ event: change.target.value })}>
        <option value="">All kinds</option>${KINDS.map((kind) => html`<option value=${kind}>${spaced(kind)}</option>`)}</select></div>
      ${!long && html`<p class="guide">In so large an area a year has too many events to read: these are those of the month of the day.</p>`}</div>
    ${settled([answer], 'what happened', () => html`<${Page} answer=${answer} asOf=${asOf} period=${period} />`)}
  </section>`;
}
