// Bars: a row for each of a few things, and a column for each year.
import { d3, html, useMemo } from '../lib.js';
import { TimeAxis, useWidth } from './charts.js';
import { count } from './words.js';

const MARGIN = { top: 12, right: 18, bottom: 24, left: 46 };

/** Below this width names stand above their bars: beside them, too little of either could be seen. */
const NARROW = 440;
const ROW = 26;
const HIGH_ROW = 38;
const BAR = 18;
/** Pixels of a letter, and those that the number to the right of a bar takes. */
const LETTER = 7;
const NUMBER = 84;

function shortened(text, letters) {
  return text.length > letters ? `${text.slice(0, letters - 1).trimEnd()}…` : text;
}

/**
 * A bar for each thing, with its name and its number; below naught bars go to the left.
 *
 * @param rows `[{key, label, href?, value, text, color}]`
 */
export function BarList({ rows, label }) {
  const [ref, width] = useWidth();
  const above = width < NARROW;
  const names = above ? width : Math.min(270, width * 0.44);
  const high = above ? HIGH_ROW : ROW;
  const low = Math.min(0, d3.min(rows, (row) => row.value) ?? 0);
  const x = d3.scaleLinear([low, Math.max(1, d3.max(rows, (row) => row.value) ?? 1)], [(above ? 0 : names) + (low < 0 ? 34 : 0), width - NUMBER]);
  const top = high - BAR - 4;
  return html`<div ref=${ref} class="chart">${width > 0 && html`
    <svg width=${width} height=${rows.length * high + 4} role="group" aria-label=${label}>
      ${rows.map((row, index) => {
        const [from, to] = [x(Math.min(0, row.value)), x(Math.max(0, row.value))];
        const named = html`<rect width=${names} height=${high} fill="transparent" />
          <text class="name" y=${above ? 12 : high / 2} dy=${above ? 0 : '0.32em'}><title>${row.label}</title>${shortened(row.label, Math.floor(names / LETTER))}</text>`;
        return html`<g key=${row.key} transform=${`translate(0,${index * high + 2})`} data-value=${row.value}>
          <rect x=${from} y=${top} width=${Math.max(1, to - from)} height=${BAR} rx="2" fill=${row.color} />
          <text x=${row.value < 0 ? from - 5 : to + 5} y=${top + BAR / 2} dy="0.32em" text-anchor=${row.value < 0 ? 'end' : 'start'}>${row.text}</text>
          ${row.href ? html`<a href=${row.href}>${named}</a>` : named}</g>`;
      })}
      ${low < 0 && html`<line class="zero" x1=${x(0)} x2=${x(0)} y1="0" y2=${rows.length * high + 4} />`}
    </svg>`}</div>`;
}

/**
 * Columns on top of each other, some up and some down from naught, one for each year.
 *
 * @param periods `[{from, to}]`, ISO days
 * @param series `[{key, label, color, values, down?}]`
 */
export function YearColumns({ periods, series, day, onPick, height = 240, label }) {
  const [ref, width] = useWidth();
  const now = day ? periods.findIndex((period) => period.from <= day && day < period.to) : -1;
  const still = useMemo(() => {
    if (!width) return null;
    const x = d3.scaleUtc([Date.parse(periods[0].from), Date.parse(periods.at(-1).to)], [MARGIN.left, width - MARGIN.right]);
    const layers = d3.stack().keys(series.map((line) => line.key)).offset(d3.stackOffsetDiverging)
      .value((place, key) => { const line = series.find((each) => each.key === key); return (line.down ? -1 : 1) * line.values[place]; })(d3.range(periods.length));
    const y = d3.scaleLinear([Math.min(0, d3.min(layers.flat(2))), Math.max(1, d3.max(layers.flat(2)))], [height - MARGIN.bottom, MARGIN.top]).nice(5);
    const left = (place) => x(Date.parse(periods[place].from)) + 1;
    const wide = (place) => Math.max(1, x(Date.parse(periods[place].to)) - left(place) - 1);
    return { x, y, left, wide, drawn: html`<g>
      <g class="axis">${y.ticks(5).filter(Number.isInteger).map((tick) => html`<g transform=${`translate(0,${y(tick)})`}>
        <line class="grid" x1=${MARGIN.left} x2=${width - MARGIN.right} /><text x=${MARGIN.left - 6} dy="0.32em" text-anchor="end">${count(Math.abs(tick))}</text></g>`)}</g>
      ${layers.map((layer, index) => layer.map(([from, to], place) => to > from && html`
        <rect x=${left(place)} width=${wide(place)} y=${y(to)} height=${y(from) - y(to)} fill=${series[index].color}>
          <title>${`${periods[place].from.slice(0, 4)}: ${series[index].label} ${count(series[index].values[place])}`}</title></rect>`))}
      <line class="zero" x1=${MARGIN.left} x2=${width - MARGIN.right} y1=${y(0)} y2=${y(0)} /><${TimeAxis} x=${x} y=${height - MARGIN.bottom} width=${width} /></g>` };
  }, [periods, series, width, height]);
  const pick = onPick && ((event) => {
    const at = still.x.invert(event.clientX - event.currentTarget.getBoundingClientRect().left);
    const period = periods.find((each) => Date.parse(each.to) > at) ?? periods.at(-1);
    onPick(period.from);
  });
  return html`<div ref=${ref} class="chart">${still && html`
    <svg width=${width} height=${height} role="img" aria-label=${label} onClick=${pick}>
      ${now >= 0 && html`<rect class="year" x=${still.left(now) - 1} width=${still.wide(now) + 2} y=${MARGIN.top} height=${height - MARGIN.top - MARGIN.bottom} />`}
      ${still.drawn}</svg>`}</div>`;
}
