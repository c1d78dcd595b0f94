// How a body grew: its number of schools as a line, and each of its schools as a bar.
import { html, useMemo, useState } from '../lib.js';
import { BarsInTime, LineChart } from '../show/charts.js';
import { Figure } from '../show/figure.js';
import { FEW } from '../show/palette.js';
import { addMonths } from '../ask/release.js';
import { choose, viewAddress } from '../choose/state.js';
import { arrival, growth, grouped, wayWords } from './members.js';
import { count, day, many, name, NONE } from '../show/words.js';

const AT_FIRST = 100;
const LINE = '#4477aa';

const PHASES = {
  Nursery: '#aa3377', Primary: '#4477aa', 'Middle deemed primary': '#66ccee', Secondary: '#ee6677',
  'Middle deemed secondary': '#ee8866', 'All-through': '#228833', '16 plus': '#994455', 'No phase in the register': '#999999',
};
const WAYS = {
  before: '#777777', opened: '#228833', 'converted-in': '#4477aa', 'transferred-in': '#ee6677', joined: '#ccbb44',
  'reorganised-in': '#66ccee', succeeded: '#aa3377',
};

/** The first day of the pictures: a year before the first school came, or that of the record. */
function firstDay(members, release) {
  const first = members.some((member) => !member.from) ? release.since : members.map((member) => member.from).sort()[0];
  const before = addMonths(first, -12);
  return before > release.since ? `${before.slice(0, 8)}01` : release.since;
}

export function GrowthLine({ members, label, asOf, release }) {
  const first = useMemo(() => firstDay(members, release), [members]);
  const { dates, values } = useMemo(() => growth(members, first, release), [members]);
  const series = useMemo(() => [{ key: 'schools', label: 'Schools', color: LINE, values }], [values]);
  const most = Math.max(...values);
  const now = values[dates.findLastIndex((iso) => iso <= asOf)] ?? 0;
  const unsure = members.filter((member) => member.fromObservedAfter || (member.to && member.toObservedAfter)).length;
  const rows = useMemo(() => dates.map((iso, index) => ({ date: iso, schools: values[index] }))
    .filter((row, index, all) => !index || row.schools !== all[index - 1].schools || index === all.length - 1), [dates]);
  return html`<${Figure} title=${`Schools of ${label} over time`}
    summary=${`${many(now, 'school')} on ${day(asOf)}. The most were ${count(most)}, first on ${day(dates[values.indexOf(most)])}; ${count(values.at(-1))} on ${day(dates.at(-1))}.${unsure ? ` ${many(unsure, 'school')} came or went on a day known only to lie between two snapshots, and count from or to the later.` : ''}`}
    table=${{ columns: [{ key: 'date', label: 'From', format: (iso) => day(iso) }, { key: 'schools', label: 'Schools', numeric: true, format: count }], rows }}>
    <${LineChart} dates=${dates} series=${series} steps day=${asOf >= first ? asOf : null} format=${count} height=${200}
      onPick=${(iso) => choose({ asOf: iso })} label=${`Number of schools of ${label} from ${day(dates[0])} to ${day(dates.at(-1))}`} /><//>`;
}

function colouring(by) {
  return by === 'way'
    ? { colours: WAYS, of: arrival, word: (way) => (way === 'succeeded' ? 'took the place of a sister or of itself' : wayWords(way)) }
    : { colours: PHASES, of: (member) => (PHASES[member.phase] ? member.phase : 'No phase in the register'), word: (phase) => phase };
}

function told(member) {
  const came = member.from ? `${wayWords(arrival(member))} ${day(member.from)}${member.whence ? `, from ${name(member.whence.name)}` : ''}` : 'there before the record';
  const between = member.fromObservedAfter ? ` (after ${day(member.fromObservedAfter)}, by then)` : '';
  const went = member.to ? `; until ${day(member.to)}${member.went ? `, ${wayWords(member.went)}` : ''}${member.whither ? ` to ${name(member.whither.name)}` : ''}` : '';
  return `${member.name}: ${came}${between}${went}`;
}

const COLUMNS = [
  { key: 'name', label: 'School', format: (text, row) => html`<a href=${viewAddress('school', { urn: row.urn })}>${text}</a>` },
  { key: 'urn', label: 'URN', numeric: true, format: (urn) => String(urn) },
  { key: 'phase', label: 'Phase' },
  { key: 'from', label: 'From', format: (iso) => (iso ? day(iso) : 'before the record') },
  { key: 'came', label: 'Came', value: (row) => arrival(row), format: (way) => (way === 'succeeded' ? 'in place of another record' : wayWords(way)) },
  { key: 'whence', label: 'From whom', value: (row) => row.whence && name(row.whence.name), format: linked('whence') },
  { key: 'to', label: 'Until', format: (iso) => day(iso) },
  { key: 'went', label: 'Went', format: (way) => (way ? wayWords(way) : NONE) },
  { key: 'whither', label: 'To whom', value: (row) => row.whither && name(row.whither.name), format: linked('whither') },
];

function linked(key) {
  return (text, row) => (row[key] ? html`<a href=${viewAddress('body', { body: row[key].id })}>${text}</a>` : NONE);
}

export function MemberBars({ members, label, asOf, release, csv }) {
  const [by, setBy] = useState('phase');
  const [all, setAll] = useState(false);
  const first = useMemo(() => firstDay(members, release), [members]);
  const schools = useMemo(() => grouped(members, (member) => member.urn)
    .sort((a, b) => (a[1][0].from ?? '').localeCompare(b[1][0].from ?? '') || a[0] - b[0]), [members]);
  const shown = all ? schools : schools.slice(0, AT_FIRST);
  const { colours, of, word } = colouring(by);
  const rows = useMemo(() => shown.map(([urn, spells]) => ({
    key: urn, label: spells[0].name, href: viewAddress('school', { urn }),
    spans: spells.map((member) => ({ from: member.from, to: member.to, color: colours[of(member)] ?? FEW.at(-1), label: told(member) })),
  })), [members, all, by]);
  const legend = useMemo(() => {
    const counts = new Map(grouped(members, of));
    return Object.keys(colours).filter((key) => counts.has(key)).map((key) => ({ label: word(key), color: colours[key], value: count(counts.get(key).length) }));
  }, [members, by]);
  const dates = useMemo(() => [first, release.extractDate], [first]);
  return html`<${Figure} wide title=${`Every school ${label} ever had`} legend=${legend} csv=${csv} table=${{ columns: COLUMNS, rows: members }}
    summary=${`${many(schools.length, 'school')}, from the first to the last to come. A bar is the time a school was in it.${members.length > schools.length ? ' Some were in it more than once.' : ''}`}>
    <div class="choices" role="group" aria-label="Colour of the bars">Colour:
      ${[['phase', 'phase'], ['way', 'how it came']].map(([key, text]) => html`<button type="button" aria-pressed=${by === key} onClick=${() => setBy(key)}>${text}</button>`)}
    </div>
    <div class="inner" tabindex="0" role="region" aria-label="Bars, which scroll">
      <${BarsInTime} dates=${dates} rows=${rows} rowHeight=${24} scrolls left=${240} day=${asOf >= first ? asOf : null} label=${`When each school was in ${label}`} onPick=${null} /></div>
    ${!all && schools.length > AT_FIRST && html`<p><button type="button" onClick=${() => setAll(true)}>Show all ${count(schools.length)}</button></p>`}<//>`;
}
