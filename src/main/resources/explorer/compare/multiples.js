// The areas chosen, each on its own, all on one scale, against what is usual.
import { d3, html, useMemo } from '../lib.js';
import { LineChart } from '../show/charts.js';
import { Figure } from '../show/figure.js';
import { axisOf, changeOf } from '../ask/measures.js';
import { choose, viewAddress } from '../choose/state.js';
import { day, defined, list } from '../show/words.js';

const BANDED = 5;

/** From naught or the least to the greatest of all lines and of what is behind them. */
function domainOf(measure, chosen, band) {
  const [least, greatest] = d3.extent([...chosen.flatMap((line) => line.values), ...(band?.high ?? [])].filter(defined));
  return [Math.min(measure.min ?? 0, least ?? 0), greatest || 1];
}

function One({ line, measure, comparison, band, domain, row, choices }) {
  const { dates, asOf } = comparison;
  const series = useMemo(() => [{ key: line.area.id, label: line.area.name, color: 'var(--accent)', values: line.values }], [line]);
  const text = defined(row?.value) ? `${measure.format(row.value)}${defined(row.change) ? `, ${changeOf(measure, row.before, row.value)}` : ''}` : 'no value';
  return html`<div class="one"><h3><a href=${viewAddress('area', { area: line.area.id, since: choices.since })}>${line.area.name}</a></h3>
    <p class="summary">${text}</p>
    <${LineChart} dates=${dates} series=${series} band=${band} day=${asOf} domain=${domain} height=${150} format=${axisOf(measure)}
      onPick=${(asOf) => choose({ asOf })} label=${`${measure.title} of ${line.area.name} over time; ${day(asOf)}: ${text}`} /></div>`;
}

export function Multiples({ choices, measure, comparison, rows, chosen, what }) {
  const { dates, lines, spread, asOf, since } = comparison;
  const band = lines.length >= BANDED ? spread : undefined;
  const domain = useMemo(() => domainOf(measure, chosen, band), [measure, chosen, band]);
  const table = useMemo(() => ({
    columns: [{ key: 'date', label: 'Day', format: day },
      ...chosen.map((line) => ({ key: line.area.id, label: line.area.name, numeric: true, format: measure.format, value: (row) => line.values[row.place] })),
      ...(band ? [{ key: 'median', label: 'Median', numeric: true, format: measure.format, value: (row) => band.middle[row.place] }] : [])],
    rows: dates.map((date, place) => ({ date, place })),
  }), [chosen, measure, band, dates]);
  const of = new Map(rows.map((row) => [row.id, row]));
  const legend = [{ label: 'Area', color: 'var(--accent)', line: true }, ...(band ? [{ label: `Median and quartiles of all ${what.toLowerCase()}`, color: 'var(--quiet)', line: '4 3' }] : [])];
  return html`<${Figure} title=${`“${measure.title}” over time`} legend=${legend} table=${table} picture=${false}
      summary=${`${list(chosen.map((line) => line.area.name))}, all on one scale. Below each name: the value on ${day(asOf)} and its change since ${day(since)}.`}>
    <div class="multiples">${chosen.map((line) => html`<${One} key=${line.area.id} line=${line} measure=${measure} comparison=${comparison} band=${band} domain=${domain}
      row=${of.get(line.area.id)} choices=${choices} />`)}</div><//>`;
}
