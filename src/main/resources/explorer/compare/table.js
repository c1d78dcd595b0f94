// The order of all areas by a measure, with what has become of each since another day.
import { html, useMemo } from '../lib.js';
import { Sparkline } from '../show/charts.js';
import { Figure } from '../show/figure.js';
import { Table } from '../show/table.js';
import { changeOf, columnOf } from '../ask/measures.js';
import { MOST_CHOSEN } from './data.js';
import { choose, viewAddress } from '../choose/state.js';
import { count, day, defined, list, many, NONE } from '../show/words.js';

const MONTHS = 12;
const ROWS = 200;

/** What became of the measure, in words: where it rose and fell most. */
export function told(rows, measure, { asOf, since }) {
  const order = rows.filter((row) => defined(row.change)).sort((a, b) => b.change - a.change);
  if (!order.length) return `No area has a value on both ${day(since)} and ${day(asOf)}.`;
  const name = (row) => `${row.area.name} (${changeOf(measure, row.before, row.value)}, to ${measure.format(row.value)})`;
  const rose = order.filter((row) => row.change > 0);
  const fell = order.filter((row) => row.change < 0);
  const parts = [
    rose.length ? `rose in ${count(rose.length)}, most in ${list(rose.slice(0, 3).map(name))}` : 'rose in none',
    fell.length ? `fell in ${count(fell.length)}, most in ${list(fell.slice(-2).reverse().map(name))}` : 'fell in none',
  ];
  return `From ${day(since)} to ${day(asOf)}, of ${many(order.length, 'area')} with a value on both days, “${measure.title}” ${parts.join('; it ')}.`;
}

/** One line for each area, a value a year, all on one scale: drawn once, whatever the day. */
function useSparks(lines) {
  return useMemo(() => {
    const thinned = lines.map((line) => [line.area.id, line.values.filter((_, place) => place % MONTHS === 0)]);
    const all = thinned.flatMap(([, values]) => values).filter(defined);
    const domain = all.length ? [Math.min(...all), Math.max(...all)] : [0, 1];
    return new Map(thinned.map(([id, values]) => [id, html`<${Sparkline} values=${values} domain=${domain} />`]));
  }, [lines]);
}

export function Ranking({ choices, measure, comparison, rows, chosen, toggle, sort, what }) {
  const { lines, asOf, since } = comparison;
  const sparks = useSparks(lines);
  const ids = new Set(chosen.map((line) => line.area.id));
  const full = ids.size >= MOST_CHOSEN;
  const areaCell = (_, { id, area }) => html`<span class="pick"><input type="checkbox" checked=${ids.has(id)} disabled=${full && !ids.has(id)}
    aria-label=${`Draw ${area.name}`} onChange=${() => toggle(id)} /><a href=${viewAddress('area', { area: id, since: choices.since })}>${area.name}</a></span>`;
  const written = useMemo(() => columnOf(measure, lines.flatMap((line) => line.values)), [measure, lines]);
  const valued = (key) => (value, row) => html`<span data-area=${row.id} data-column=${key} data-value=${value}>${written.value(value)}</span>`;
  const columns = [
    { key: 'area', label: 'Area', value: (row) => row.area.name, format: areaCell },
    { key: 'id', label: 'Id' },
    { key: 'rank', label: 'Rank', numeric: true, sortable: false, format: (value) => (defined(value) ? count(value) : NONE) },
    { key: 'before', label: day(since), numeric: true, format: valued('before') },
    { key: 'value', label: day(asOf), numeric: true, format: valued('value') },
    { key: 'change', label: measure.share ? 'Change, points' : 'Change', numeric: true,
      format: (value) => html`<span data-column="change" data-value=${value}>${written.change(value)}</span>` },
    { key: 'line', label: `${comparison.dates[0].slice(0, 4)}–${comparison.dates.at(-1).slice(0, 4)}`, sortable: false, csv: false, value: () => null, format: (_, row) => sparks.get(row.id) },
  ];
  const shown = columns.filter((column) => column.key !== 'id');
  return html`<${Figure} title=${`${what} by “${measure.title}”`} summary=${told(rows, measure, comparison)} picture=${false} tabular
      table=${{ columns, rows }} links=${comparison.csv ? [{ label: 'CSV of all months', href: comparison.csv, download: '' }] : []}>
    <p class="summary">Tick up to ${MOST_CHOSEN} to have them drawn${choices.compare ? html`, or <button type="button" onClick=${() => choose({ compare: null })}>draw those that changed most</button>` : '; now they are those that changed most'}.</p>
    <div class="ranking" data-figure="ranking"><${Table} columns=${shown} rows=${rows} caption=${`${what} by ${measure.title}`} sort=${sort} rowKey=${(row) => row.id} most=${ROWS} filter
      onSort=${({ key, down }) => choose({ sort: key === 'change' && down ? null : `${down ? '-' : ''}${key}` }, 'replace')} /></div><//>`;
}
