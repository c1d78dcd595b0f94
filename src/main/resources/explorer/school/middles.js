// Everybody who was ever between a school and the centre: a row for each relation, a band for each time.
import { html, useMemo } from '../lib.js';
import { BarsInTime } from '../show/charts.js';
import { Figure } from '../show/figure.js';
import { bodyColour, kindColour } from '../show/palette.js';
import { choose, viewAddress } from '../choose/state.js';
import { count, day, many, name, NONE, spaced } from '../show/words.js';

const RELATIONS = { GOVERNED_BY: 'Governed by', SPONSORED_BY: 'Sponsored by', MEMBER_OF: 'Member of', IN_AREA: 'In' };
const ORDER = ['Governed by', 'Federation', 'Foundation trust', 'Sponsored by'];
const LAST = ['Local authority', 'Region', 'Rsc region', 'Diocese', 'Consortium', 'Constituency'];

function rowOf(spell) {
  return ['MEMBER_OF', 'IN_AREA'].includes(spell.relation) ? spaced(spell.body.kind) : RELATIONS[spell.relation] ?? spaced(spell.relation);
}

function rank(label) {
  if (ORDER.includes(label)) return ORDER.indexOf(label);
  return LAST.includes(label) ? 100 + LAST.indexOf(label) : 50;
}

/** Spells that overlap go into lanes of their own. */
function lanes(spells) {
  const open = [];
  for (const spell of [...spells].sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))) {
    const lane = open.find((each) => (each.at(-1).to ?? '9999') <= (spell.from ?? ''));
    if (lane) lane.push(spell);
    else open.push([spell]);
  }
  return open;
}

function told(spell) {
  const from = spell.from ? day(spell.from) : 'before the record';
  const seen = (observed, bound) => (observed ? ` (between the snapshots of ${day(observed)} and ${day(bound)})` : '');
  return `${name(spell.body.name)}: from ${from}${seen(spell.fromObservedAfter, spell.from)} until ${spell.to ? day(spell.to) : 'today'}${seen(spell.toObservedAfter, spell.to)}`
    + `${spell.role ? `, as ${spell.role}` : ''}${spell.basis ? `; known from ${spaced(spell.basis).toLowerCase()}` : ''}; URN ${spell.urn}; ${spell.source?.replace('dataset:', '') ?? ''}`;
}

const isArea = (spell) => spell.relation === 'IN_AREA';
const addressOf = (spell) => (isArea(spell) ? viewAddress('area', { area: spell.body.id }) : viewAddress('body', { body: spell.body.id }));

/** Rows of the bars; neighbours in a row that have the same body under two URNs stay two bands, for they are two records. */
function rowsOf(spells) {
  const groups = new Map();
  for (const spell of spells) groups.set(rowOf(spell), [...(groups.get(rowOf(spell)) ?? []), spell]);
  return [...groups].sort((a, b) => rank(a[0]) - rank(b[0]) || a[0].localeCompare(b[0])).flatMap(([label, all]) => lanes(all).map((lane, index) => ({
    key: `${label} ${index}`, label: index ? `${label} (${index + 1})` : label,
    spans: lane.map((spell) => ({
      from: spell.from, to: spell.to, label: told(spell), text: name(spell.body.name), href: addressOf(spell),
      color: isArea(spell) && !spell.body.id.startsWith('la:') ? kindColour(spell.body.kind) : bodyColour(spell.body.id),
    })),
  })));
}

const between = (iso, observed) => (iso ? html`${day(iso)}${observed ? html` <small>(after ${day(observed)}, by then)</small>` : ''}` : null);

const COLUMNS = [
  { key: 'relation', label: 'Relation', value: rowOf },
  { key: 'body', label: 'To', value: (row) => name(row.body.name), format: (text, row) => html`<a href=${addressOf(row)}>${text}</a>` },
  { key: 'urn', label: 'URN', format: (urn) => html`<a href=${viewAddress('school', { urn })}>${urn}</a>` },
  { key: 'from', label: 'From', format: (iso, row) => between(iso, row.fromObservedAfter) ?? 'before the record' },
  { key: 'to', label: 'Until', format: (iso, row) => between(iso, row.toObservedAfter) ?? 'today' },
  { key: 'role', label: 'Role', format: (text) => text ?? NONE },
  { key: 'basis', label: 'Known from', format: spaced },
  { key: 'source', label: 'Source', value: (row) => row.source?.replace('dataset:', '') },
];

export function Middles({ history, asOf, release }) {
  const rows = useMemo(() => rowsOf(history.spells), [history]);
  const dates = useMemo(() => [release.since, release.extractDate], [release]);
  const governors = new Set(history.spells.filter((spell) => spell.relation === 'GOVERNED_BY').map((spell) => spell.body.id)).size;
  const unsure = history.spells.filter((spell) => spell.fromObservedAfter || spell.toObservedAfter).length;
  const early = history.spells.filter((spell) => spell.to && spell.to <= release.since).length;
  const sentences = [
    `${many(governors, 'body', 'bodies')} ran it, under ${many(history.schools.length, 'number')}.`,
    unsure && `Of ${many(unsure, 'band')} one end is known only to lie between two snapshots; the table says which.`,
    history.schools.length > 1 && 'A new band of the same colour is a new number of the school.',
    early && `${early === 1 ? 'One time' : `${count(early)} times`} ended before ${day(release.since)} and ${early === 1 ? 'is' : 'are'} in the table only.`,
    'The table has the source of each.',
  ];
  return html`<${Figure} wide title="Its middles over time" table=${{ columns: COLUMNS, rows: history.spells }} summary=${sentences.filter(Boolean).join(' ')}>
    ${rows.length ? html`<${BarsInTime} dates=${dates} rows=${rows} rowHeight=${26} left=${150} day=${asOf} onPick=${(iso) => choose({ asOf: iso })} label="Who was between the school and the centre, when" />`
      : html`<p class="state empty">No body and no area is known of it.</p>`}<//>`;
}
