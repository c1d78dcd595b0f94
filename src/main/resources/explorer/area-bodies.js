// Who has the schools of an area on a day, and who gained and lost some since another.
import { html, useMemo } from './lib.js';
import { BarList } from './bars.js';
import { Figure } from './figure.js';
import { areaParameter, schoolParameters } from './filters.js';
import { bodiesOn, usePatchwork } from './patchwork.js';
import { sectorColour } from './palette.js';
import { SinceInput, sinceOf } from './since.js';
import { Empty, settled } from './states.js';
import { viewAddress } from './state.js';
import { dayOf } from './release.js';
import { change, count, day, defined, list, many, name, percent, sector } from './words.js';

const SHOWN = 12;
const GAINERS = 9;
const LOSERS = 4;

const UNKNOWN = 'Trust not known';

const idOf = (each) => each.body?.id ?? '';
const label = (each) => (each.body ? name(each.body.name) : UNKNOWN);

/** A body's own view; an authority and a trust nobody knows have none that would say more. */
function href(body, since) {
  return body && body.kind !== 'UnknownTrust' ? viewAddress('body', { body: body.id, since }) : null;
}

function linked(body) {
  const address = href(body);
  return address ? html`<a href=${address}>${name(body.name)}</a>` : body ? name(body.name) : UNKNOWN;
}

function legendOf(rows) {
  return [...new Set(rows.map((each) => each.sector))].map((word) => ({ label: sector(word), color: sectorColour(word) }));
}

const COLUMNS = [
  { key: 'name', label: 'Body', value: label, format: (_, each) => linked(each.body) },
  { key: 'id', label: 'Id', value: idOf },
  { key: 'sector', label: 'Sector', format: sector },
];

function Largest({ area, bodies, asOf }) {
  const whole = bodies.reduce((sum, each) => sum + each.schools, 0);
  const shown = bodies.slice(0, SHOWN);
  const rows = shown.map((each) => ({
    key: idOf(each), label: label(each), href: href(each.body), value: each.schools, color: sectorColour(each.sector),
    text: `${count(each.schools)} · ${percent(each.schools / whole)}`,
  }));
  const columns = [...COLUMNS, { key: 'schools', label: 'Schools', numeric: true, format: count },
    { key: 'share', label: 'Share', numeric: true, value: (each) => each.schools / whole, format: percent }];
  const ten = bodies.slice(0, 10).reduce((sum, each) => sum + each.schools, 0);
  const summary = whole === 0 ? `${day(asOf)}: no school.`
    : `${day(asOf)}: ${many(bodies.length, 'body', 'bodies')} with ${many(whole, 'school')}. ${label(bodies[0])} has most, ${percent(bodies[0].schools / whole)}${bodies.length > 10 ? `; the ten largest have ${percent(ten / whole)} together` : ''}.`;
  return html`<${Figure} title=${`The largest bodies in ${area.name}`} summary=${summary} legend=${legendOf(shown)} table=${{ columns, rows: bodies, rowKey: idOf }}>
    <div data-figure="largest"><${BarList} rows=${rows} label=${`Bodies by schools in ${area.name}, ${day(asOf)}`} /></div>
    ${bodies.length > SHOWN && html`<p class="summary">${many(bodies.length - SHOWN, 'smaller body', 'smaller bodies')} more in the table.</p>`}<//>`;
}

/** Bodies by what they gained from one day to another; those with neither gain nor loss are left out. */
export function changesOf(before, after) {
  const found = new Map(after.map((each) => [idOf(each), { ...each, before: 0, after: each.schools }]));
  for (const each of before) {
    const known = found.get(idOf(each));
    if (known) known.before = each.schools;
    else found.set(idOf(each), { ...each, before: each.schools, after: 0 });
  }
  return [...found.values()].map((each) => ({ ...each, change: each.after - each.before })).filter((each) => each.change !== 0)
    .sort((a, b) => b.change - a.change || label(a).localeCompare(label(b)));
}

function Gainers({ area, before, after, since, asOf, choices, release }) {
  const changes = useMemo(() => changesOf(before, after), [before, after]);
  const gained = changes.filter((each) => each.change > 0);
  const lost = changes.filter((each) => each.change < 0).reverse();
  const shown = [...gained.slice(0, GAINERS), ...lost.slice(0, LOSERS).reverse()];
  const rows = shown.map((each) => ({
    key: idOf(each), label: label(each), href: href(each.body, since), value: each.change, color: sectorColour(each.sector), text: change(each.change, count),
  }));
  const columns = [...COLUMNS, { key: 'before', label: day(since), numeric: true, format: count }, { key: 'after', label: day(asOf), numeric: true, format: count },
    { key: 'change', label: 'Change', numeric: true, format: (value) => change(value, count) }];
  const told = (each) => `${label(each)} (${change(each.change, count)})`;
  const sentences = [
    gained.length ? `Most went to ${list(gained.slice(0, 3).map(told))}.` : 'Nobody gained schools.',
    lost.length ? `${told(lost[0])} lost most.` : '',
  ];
  return html`<${Figure} title=${`Who gained schools in ${area.name} since ${day(since)}`} legend=${legendOf(shown)}
      summary=${`From ${day(since)} to ${day(asOf)} ${many(gained.length, 'body', 'bodies')} gained schools here and ${count(lost.length)} lost some. ${sentences.join(' ')}`}
      table=${{ columns, rows: changes, rowKey: idOf }}>
    <div class="filters inside"><${SinceInput} choices=${choices} release=${release} /></div>
    ${rows.length ? html`<div data-figure="gainers"><${BarList} rows=${rows} label=${`Change in the number of schools, ${day(since)} to ${day(asOf)}`} /></div>
      ${changes.length > rows.length && html`<p class="summary">${many(changes.length - rows.length, 'body', 'bodies')} more in the table.</p>`}`
      : html`<${Empty}>No body gained or lost a school.<//>`}<//>`;
}

function Counted({ data, asOf, since, ...rest }) {
  const after = useMemo(() => bodiesOn(data, asOf), [data, asOf]);
  const before = useMemo(() => bodiesOn(data, since), [data, since]);
  return html`<${Largest} ...${rest} bodies=${after} asOf=${asOf} />
    <${Gainers} ...${rest} before=${before} after=${after} since=${since} asOf=${asOf} />`;
}

export function Holders({ choices, release, area }) {
  const patchwork = usePatchwork({ area: areaParameter(choices), ...schoolParameters(choices) });
  if (patchwork.status === 'failed' && patchwork.problem.status === 404 && !defined(patchwork.data)) return null;
  return settled([patchwork], 'who has the schools', ({ data }) => html`
    <${Counted} data=${data} asOf=${dayOf(choices, release)} since=${sinceOf(choices, release)} choices=${choices} release=${release} area=${area} />`);
}
