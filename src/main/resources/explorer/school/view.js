// A school: what it is, whose place it took, who ever ran it, and what it is tied to.
import { html } from '../lib.js';
import { useAnswer } from '../ask/api.js';
import { dayOf, holds } from '../ask/release.js';
import { viewAddress } from '../choose/state.js';
import { Failed, Loading } from '../show/states.js';
import { SchoolChoice } from './choice.js';
import { Lineage } from './lineage.js';
import { Middles } from './middles.js';
import { Neighbours } from './neighbours.js';
import { lifeWords, openOn } from './day.js';
import { useRested } from '../choose/rested.js';
import { Table } from '../show/table.js';
import { count, day, defined, many, name, NONE, sector, span, spaced } from '../show/words.js';

function BodyLink({ to }) {
  return to ? html`<a href=${viewAddress('body', { body: to.id })}>${name(to.name)}</a>` : NONE;
}

function Bodies({ refs }) {
  return refs.map((ref, index) => html`${index ? ', ' : ''}<${BodyLink} to=${ref} />`);
}

function Areas({ areas }) {
  return areas.map((area, index) => html`${index ? ', ' : ''}<a href=${viewAddress('area', { area: area.id })}>${area.name}</a> (${spaced(area.kind).toLowerCase()})`);
}

/** Governance of the day from the spells, so that moving the time asks for nothing. */
function governing(history, urn, asOf) {
  const of = (relation) => history.spells.filter((spell) => spell.urn === urn && spell.relation === relation && holds(spell, asOf));
  return { governed: of('GOVERNED_BY'), members: of('MEMBER_OF'), sponsors: of('SPONSORED_BY') };
}

function Governed({ history, life, asOf }) {
  if (!openOn(life, asOf)) {
    const standing = history.schools.find((each) => each.urn !== life.urn && openOn(each, asOf));
    return html`<p class="notice"><strong>Not open on ${day(asOf)}.</strong> ${lifeWords(life)}
      ${standing && html` On that day there was <a href=${viewAddress('school', { urn: standing.urn })}>${standing.name} (${standing.urn})</a> in its line.`}</p>`;
  }
  const { governed, members, sponsors } = governing(history, life.urn, asOf);
  return html`<p class="notice" data-measure="governedBy" data-value=${governed[0]?.body.id}>On ${day(asOf)} <strong>${governed.length ? html`run by <${Bodies} refs=${governed.map((each) => each.body)} />` : 'who ran it is not known'}</strong>${governed[0] && html` (${spaced(governed[0].body.kind).toLowerCase()})`}${members.length > 0 && html`; member of <${Bodies} refs=${members.map((each) => each.body)} />`}${sponsors.length > 0 && html`; sponsored by <${Bodies} refs=${sponsors.map((each) => each.body)} />`}.</p>`;
}

function Record({ school, history, life, asOf }) {
  const facts = {
    URN: school.urn, 'LA and establishment number': school.laEstab, UKPRN: school.ukprn, Type: school.type, Phase: school.phase,
    Ages: defined(school.lowAge) && `${school.lowAge} to ${school.highAge}`,
    Sector: school.sector && sector(school.sector), Pupils: defined(school.pupils) && `${count(school.pupils)}${school.censusDate ? `, census of ${day(school.censusDate)}` : ''}`,
    'Free school meals': defined(school.fsmPercent) && `${school.fsmPercent}%`, 'Religious character': school.religiousCharacter,
    Place: [school.town, school.postcode].filter(Boolean).join(', '), Inspected: school.ofstedRating && `${school.ofstedRating}${school.ofstedDate ? `, ${day(school.ofstedDate)}` : ''}`,
    Open: span(school.fromKnown ? school.from : null, school.to), 'Reason opened': school.reasonOpened, 'Reason closed': school.reasonClosed,
  };
  return html`<section class="card record wide" aria-label="What it is"><h2 class="named">${school.name}</h2>
    <${Governed} history=${history} life=${life} asOf=${asOf} />
    <dl class="facts columns">${Object.entries(facts).map(([label, value]) => value && html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}
      ${school.areas.length > 0 && html`<div class="broad"><dt>Lies in</dt><dd><${Areas} areas=${school.areas} /></dd></div>`}</dl></section>`;
}

const EVENTS = [
  { key: 'date', label: 'Date', format: (iso, row) => html`${day(iso)}${row.observedAfter ? html` <small>(after ${day(row.observedAfter)}, by then)</small>` : ''}` },
  { key: 'event', label: 'Event', format: spaced },
  { key: 'name', label: 'School', format: (text, row) => html`<a href=${viewAddress('school', { urn: row.urn })}>${text}</a>${row.formerName ? ` (was ${row.formerName})` : ''}` },
  { key: 'otherUrn', label: 'Other URN', format: (urn) => (urn ? html`<a href=${viewAddress('school', { urn })}>${urn}</a>` : NONE) },
  { key: 'from', label: 'From', value: (row) => row.from && name(row.from.name), format: (_, row) => html`<${BodyLink} to=${row.from} />` },
  { key: 'to', label: 'To', value: (row) => row.to && name(row.to.name), format: (_, row) => html`<${BodyLink} to=${row.to} />` },
  { key: 'basis', label: 'Known from', format: (basis) => spaced(basis) },
  { key: 'source', label: 'Source', value: (row) => row.source?.replace('dataset:', '') },
];

function Events({ history }) {
  return html`<section class="card wide"><h2>What happened</h2>${history.events.length
    ? html`<p class="summary">${many(history.events.length, 'event')} of this school and those in its line, the latest first.</p>
      <${Table} caption="Events" columns=${EVENTS} rows=${history.events} sort=${{ key: 'date', down: true }} filter=${false} />`
    : html`<p class="state empty">Nothing happened to it within the record: whoever ran it at the beginning does so still, or did so to its end.</p>`}</section>`;
}

function School({ urn, choices, release }) {
  const asOf = dayOf(choices, release);
  const still = useRested(asOf);
  const record = useAnswer(`/v1/schools/${encodeURIComponent(urn)}`, { asOf: release.extractDate });
  const history = useAnswer(record.data ? `/v1/schools/${encodeURIComponent(urn)}/history` : null);
  if (record.status === 'failed') return html`<${Failed} problem=${record.problem} /><p><a href=${viewAddress('school')}>Choose another school</a></p>`;
  if (history.status === 'failed') return html`<${Failed} problem=${history.problem} />`;
  if (!record.data || !history.data) return html`<${Loading} what="the school" />`;
  const life = history.data.schools.find((each) => each.urn === record.data.urn) ?? record.data;
  const shared = { school: record.data, history: history.data, life, asOf, release };
  return html`<p><a href=${viewAddress('school')}>Other schools</a></p><div class="grid">
    <${Record} ...${shared} />
    <${Lineage} ...${shared} />
    <${Middles} ...${shared} />
    <${Events} ...${shared} />
    <${Neighbours} ...${shared} still=${still} /></div>`;
}

export default function SchoolView({ choices, release }) {
  return choices.urn ? html`<${School} key=${choices.urn} urn=${choices.urn} choices=${choices} release=${release} />`
    : html`<${SchoolChoice} choices=${choices} release=${release} />`;
}
