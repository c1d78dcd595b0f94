// Who has the schools of an area on a day, and who gained and lost some since another.
import { html, useMemo } from '../lib.js';
import { BarList } from '../show/bars.js';
import { Figure } from '../show/figure.js';
import { areaParameter, schoolParameters } from '../choose/filters.js';
import { bodiesOn, handsOf, known, usePatchwork } from '../ask/patchwork.js';
import { sectorColour } from '../show/palette.js';
import { SinceInput, sinceOf } from '../choose/since.js';
import { Empty, settled } from '../show/states.js';
import { choose, viewAddress } from '../choose/state.js';
import { dayOf } from '../ask/release.js';
import { change, count, day, list, many, name, percent, sector } from '../show/words.js';

const SHOWN = 12;
const GAINERS = 9;
const LOSERS = 4;

const UNKNOWN = 'Trust not known';

const isAuthority = (each) => each.body?.kind === 'LocalAuthority';
const idOf = (each) => each.body?.id ?? '';
const label = (each) => (known(each) ? name(each.body.name) : UNKNOWN);
const href = (each, since) => (known(each) && each.body.kind ? viewAddress('body', { body: each.body.id, since }) : null);
const sumOf = (rows, key) => rows.reduce((sum, each) => sum + each[key], 0);

function legendOf(rows) {
  return [...new Set(rows.map((each) => each.sector))].map((word) => ({ label: sector(word), color: sectorColour(word) }));
}

const COLUMNS = [
  { key: 'name', label: 'Body', value: label, format: (text, each) => (href(each) ? html`<a href=${href(each)}>${text}</a>` : text) },
  { key: 'id', label: 'Id', value: idOf },
  { key: 'sector', label: 'Sector', format: sector },
];

function Largest({ area, bodies, asOf, choices }) {
  const trusts = choices.holders === 'trusts';
  const whole = sumOf(bodies, 'schools');
  const unknown = sumOf(bodies.filter((each) => !known(each)), 'schools');
  const ranked = bodies.filter((each) => known(each) && !(trusts && isAuthority(each)));
  const shown = ranked.slice(0, SHOWN);
  const rows = shown.map((each) => ({
    key: idOf(each), label: label(each), href: href(each), value: each.schools, color: sectorColour(each.sector),
    text: `${count(each.schools)} · ${percent(each.schools / whole)}`,
  }));
  const columns = [...COLUMNS, { key: 'schools', label: 'Schools', numeric: true, format: count },
    { key: 'share', label: 'Share', numeric: true, value: (each) => each.schools / whole, format: percent }];
  const parts = [
    `${day(asOf)}: ${whole ? `${many(whole, 'school')} in the hands of ${many(handsOf(bodies), 'body', 'bodies')}.` : 'no school.'}`,
    ranked.length ? `The largest ${trusts ? 'trust' : 'body'} is ${label(ranked[0])}, with ${percent(ranked[0].schools / whole)}.` : '',
    ranked.length > 10 ? `The ten largest${trusts ? ' trusts' : ''} have ${percent(sumOf(ranked.slice(0, 10), 'schools') / whole)} together.` : '',
    unknown ? `Of ${many(unknown, 'school')} the trust is not known.` : '',
  ];
  return html`<${Figure} title=${`The largest bodies in ${area.name}`} summary=${parts.filter(Boolean).join(' ')} legend=${legendOf(shown)} table=${{ columns, rows: bodies, rowKey: idOf }}>
    <p class="switch" role="group" aria-label="Which bodies">
      <button type="button" aria-pressed=${!trusts} onClick=${() => choose({ holders: null })}>All bodies</button>
      <button type="button" aria-pressed=${trusts} onClick=${() => choose({ holders: 'trusts' })}>Trusts alone</button></p>
    ${rows.length ? html`<div data-figure="largest"><${BarList} rows=${rows} label=${`Bodies by schools in ${area.name}, ${day(asOf)}`} /></div>` : html`<${Empty}>There is none.<//>`}
    ${ranked.length > SHOWN && html`<p class="summary">${count(ranked.length - SHOWN)} smaller ${ranked.length === SHOWN + 1 ? 'one' : 'ones'} in the table.</p>`}<//>`;
}

/** Bodies by what they gained from one day to another; those with neither gain nor loss are left out. */
function changesOf(before, after) {
  const found = new Map(after.map((each) => [idOf(each), { ...each, before: 0, after: each.schools }]));
  for (const each of before) {
    const same = found.get(idOf(each));
    if (same) same.before = each.schools;
    else found.set(idOf(each), { ...each, before: each.schools, after: 0 });
  }
  return [...found.values()].map((each) => ({ ...each, change: each.after - each.before })).filter((each) => each.change !== 0)
    .sort((a, b) => b.change - a.change || label(a).localeCompare(label(b)));
}

function Gainers({ area, before, after, since, asOf, choices, release }) {
  const changes = useMemo(() => changesOf(before, after), [before, after]);
  // Authorities lose so many that beside them no trust could be seen, and take each other's places: they are told in words.
  const ranked = changes.filter((each) => known(each) && !isAuthority(each));
  const authorities = changes.filter(isAuthority);
  const gained = ranked.filter((each) => each.change > 0);
  const lost = ranked.filter((each) => each.change < 0);
  const shown = [...gained.slice(0, GAINERS), ...lost.slice(-LOSERS)];
  const rows = shown.map((each) => ({
    key: idOf(each), label: label(each), href: href(each, since), value: each.change, color: sectorColour(each.sector), text: change(each.change, count),
  }));
  const columns = [...COLUMNS, { key: 'before', label: day(since), numeric: true, format: count }, { key: 'after', label: day(asOf), numeric: true, format: count },
    { key: 'change', label: 'Change', numeric: true, format: (value) => change(value, count) }];
  const told = (each) => `${label(each)} (${change(each.change, count)})`;
  const parts = [
    `From ${day(since)} to ${day(asOf)} ${many(gained.length, 'trust')} gained schools here and ${count(lost.length)} lost some.`,
    gained.length ? `Most went to ${list(gained.slice(0, 3).map(told))}.` : '',
    lost.length ? `${told(lost.at(-1))} lost most.` : '',
    authorities.length ? `${authorities.length === 1 ? label(authorities[0]) : 'Local authorities together'}: ${change(sumOf(authorities, 'change'), count)}.` : '',
  ];
  return html`<${Figure} title=${`Who gained schools in ${area.name} since ${day(since)}`} legend=${legendOf(shown)}
      summary=${parts.filter(Boolean).join(' ')} table=${{ columns, rows: changes, rowKey: idOf }}>
    <div class="filters inside"><${SinceInput} choices=${choices} release=${release} /></div>
    ${rows.length ? html`<div data-figure="gainers"><${BarList} rows=${rows} label=${`Change in the number of schools, ${day(since)} to ${day(asOf)}`} /></div>
      ${ranked.length > rows.length && html`<p class="summary">${count(ranked.length - rows.length)} more in the table.</p>`}`
      : html`<${Empty}>No trust gained or lost a school.<//>`}<//>`;
}

function Counted({ data, asOf, since, ...rest }) {
  const after = useMemo(() => bodiesOn(data, asOf), [data, asOf]);
  const before = useMemo(() => bodiesOn(data, since), [data, since]);
  return html`<${Largest} ...${rest} bodies=${after} asOf=${asOf} />
    <${Gainers} ...${rest} before=${before} after=${after} since=${since} asOf=${asOf} />`;
}

export function Holders({ choices, release, area }) {
  const patchwork = usePatchwork({ area: areaParameter(choices), ...schoolParameters(choices) });
  if (patchwork.status === 'failed' && patchwork.problem.status === 404) return null;
  return settled([patchwork], 'who has the schools', ({ data }) => html`
    <${Counted} data=${data} asOf=${dayOf(choices, release)} since=${sinceOf(choices, release)} choices=${choices} release=${release} area=${area} />`);
}
