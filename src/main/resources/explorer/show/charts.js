// Charts through time. Each is a plain SVG of its own width, drawn by scales and shapes of d3.
import { d3, html, useLayoutEffect, useMemo, useRef, useState } from '../lib.js';
import { ink } from './palette.js';
import { day as written, defined, number } from './words.js';

const MARGIN = { top: 10, right: 20, bottom: 24, left: 46 };

const utc = (iso) => Date.parse(iso);

/** The width an element has, also when it changes. */
export function useWidth(least = 260) {
  const ref = useRef();
  const [width, set] = useState(0);
  useLayoutEffect(() => {
    const measure = () => ref.current && set(Math.max(least, Math.floor(ref.current.clientWidth)));
    const observer = new ResizeObserver(measure);
    observer.observe(ref.current);
    measure();
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}

function timeScale(dates, width, margin = MARGIN) {
  return d3.scaleUtc([utc(dates[0]), utc(dates.at(-1))], [margin.left, width - margin.right]);
}

/** The days below a picture. */
export function TimeAxis({ x, y, width }) {
  return html`<g class="axis" transform=${`translate(0,${y})`}>${x.ticks(Math.max(2, width / 90)).map((tick) => html`
    <g transform=${`translate(${x(tick)},0)`}><line y2="5" /><text y="17" text-anchor="middle">${x.tickFormat()(tick)}</text></g>`)}</g>`;
}

function ValueAxis({ y, width, format, margin }) {
  return html`<g class="axis">${y.ticks(5).map((tick) => html`<g transform=${`translate(0,${y(tick)})`}>
    <line class="grid" x1=${margin.left} x2=${width - margin.right} /><text x=${margin.left - 6} dy="0.32em" text-anchor="end">${format(tick).replace('.0%', '%')}</text></g>`)}</g>`;
}

/** The day the page is about. */
function Cursor({ x, day, top, bottom }) {
  if (!day) return null;
  const at = x(utc(day));
  return html`<line class="cursor" x1=${at} x2=${at} y1=${top} y2=${bottom} />`;
}

/** What a line says under the pointer: a dot on it, its value, and the day. */
function Reading({ x, y, date, series, place, width, format }) {
  const at = x(utc(date));
  const read = series.filter((line) => defined(line.values[place]));
  const left = at > width / 2;
  const text = `${written(date)}: ${read.length ? read.map((line) => (read.length > 1 ? `${line.label} ` : '') + format(line.values[place])).join(', ') : 'none'}`;
  return html`<g class="reading"><line x1=${at} x2=${at} y1=${y.range()[0]} y2=${y.range()[1]} />
    ${read.map((line) => html`<circle cx=${at} cy=${y(line.values[place])} r="3.5" fill=${line.color} />`)}
    <text x=${at + (left ? -6 : 6)} y=${MARGIN.top + 10} text-anchor=${left ? 'end' : 'start'}>${text}</text></g>`;
}

/** Calls back with the day under the pointer; a click chooses it. */
function pointing(x, dates, onPick, onHover) {
  const nearest = (event) => {
    const box = event.currentTarget.getBoundingClientRect();
    const at = x.invert(event.clientX - box.left);
    return dates[Math.max(0, Math.min(dates.length - 1, d3.bisector(utc).center(dates, at)))];
  };
  return {
    onPointerMove: onHover && ((event) => onHover(nearest(event))),
    onPointerLeave: onHover && (() => onHover(null)),
    onClick: onPick && ((event) => onPick(nearest(event))),
  };
}

/**
 * Lines.
 *
 * @param dates ISO days
 * @param series `[{key, label, color, values, dash?}]`, null where undefined
 * @param band `{dates, low, middle, high}`: a spread to read the lines against
 * @param domain of the values; from 0 to the greatest without it
 * @param steps whether a value holds until the next
 * @param onHover is told of the day under the pointer, or null; without it, the chart says itself what it reads there
 */
export function LineChart({ dates, series, band, day, onPick, onHover, format = number, domain, height = 220, label, steps }) {
  const [ref, width] = useWidth();
  const [near, setNear] = useState(null);
  const place = near ? dates.indexOf(near) : -1;
  const still = useMemo(() => {
    if (!width) return null;
    const x = timeScale(dates, width);
    const greatest = d3.max([...series.flatMap((line) => line.values), ...(band?.high ?? [])].filter(defined)) ?? 1;
    const y = d3.scaleLinear(domain ?? [0, greatest || 1], [height - MARGIN.bottom, MARGIN.top]).nice(5);
    const path = (days, values) => d3.line().defined((v) => defined(v)).x((_, i) => x(utc(days[i]))).y((v) => y(v))
      .curve(steps ? d3.curveStepAfter : d3.curveLinear)(values);
    const spread = band && d3.area().defined((_, i) => defined(band.low[i])).x((_, i) => x(utc(band.dates[i])))
      .y0((_, i) => y(band.low[i])).y1((_, i) => y(band.high[i]))(band.dates);
    return { x, y, drawn: html`<g>
      <${ValueAxis} y=${y} width=${width} format=${format} margin=${MARGIN} /><${TimeAxis} x=${x} y=${height - MARGIN.bottom} width=${width} />
      ${band && html`<path class="band" d=${spread} /><path class="median" d=${path(band.dates, band.middle)} />`}
      ${series.map((line) => html`<path class="line" d=${path(dates, line.values)} stroke=${line.color} stroke-dasharray=${line.dash ?? null} />`)}</g>` };
  }, [dates, series, band, width, height, format]);
  return html`<div ref=${ref} class="chart">${still && html`
    <svg width=${width} height=${height} role="img" aria-label=${label} ...${pointing(still.x, dates, onPick, onHover ?? setNear)}>
      ${still.drawn}<${Cursor} x=${still.x} day=${day} top=${MARGIN.top} bottom=${height - MARGIN.bottom} />
      ${place >= 0 && html`<${Reading} x=${still.x} y=${still.y} date=${near} series=${series} place=${place} width=${width} format=${format} />`}</svg>`}</div>`;
}

/**
 * Areas on top of each other.
 *
 * @param series `[{key, label, color, values}]`, from the bottom up
 * @param shares whether every day is brought to one
 */
export function StackedArea({ dates, series, shares, day, onPick, onHover, format = number, height = 260, label }) {
  const [ref, width] = useWidth();
  const still = useMemo(() => {
    if (!width) return null;
    const x = timeScale(dates, width);
    const layers = d3.stack().keys(series.map((line) => line.key)).value((i, key) => series.find((line) => line.key === key).values[i] ?? 0)
      .offset(shares ? d3.stackOffsetExpand : d3.stackOffsetNone)(d3.range(dates.length));
    const top = shares ? 1 : d3.max(layers.at(-1) ?? [], (pair) => pair[1]) || 1;
    const y = d3.scaleLinear([0, top], [height - MARGIN.bottom, MARGIN.top]);
    if (!shares) y.nice(5);
    const area = d3.area().x((pair) => x(utc(dates[pair.data]))).y0((pair) => y(pair[0])).y1((pair) => y(pair[1]));
    return { x, drawn: html`<g>${layers.map((layer, index) => html`<path d=${area(layer)} fill=${series[index].color} class="layer" />`)}
      <${ValueAxis} y=${y} width=${width} format=${format} margin=${MARGIN} /><${TimeAxis} x=${x} y=${height - MARGIN.bottom} width=${width} /></g>` };
  }, [dates, series, shares, width, height, format]);
  return html`<div ref=${ref} class="chart">${still && html`
    <svg width=${width} height=${height} role="img" aria-label=${label} ...${pointing(still.x, dates, onPick, onHover)}>
      ${still.drawn}<${Cursor} x=${still.x} day=${day} top=${MARGIN.top} bottom=${height - MARGIN.bottom} /></svg>`}</div>`;
}

/** A line as small as a word. */
export function Sparkline({ values, color = 'currentColor', width = 96, height = 22, domain }) {
  const y = d3.scaleLinear(domain ?? d3.extent(values.filter(defined)), [height - 2, 2]);
  const x = d3.scaleLinear([0, values.length - 1], [1, width - 3]);
  const last = values.at(-1);
  return html`<svg class="spark" width=${width} height=${height} aria-hidden="true">
    <path d=${d3.line().defined((v) => defined(v)).x((_, i) => x(i)).y((v) => y(v))(values)} fill="none" stroke=${color} stroke-width="1.5" />
    ${defined(last) && html`<circle cx=${x(values.length - 1)} cy=${y(last)} r="2" fill=${color} />`}</svg>`;
}

/** As much of a text as a width has room for. */
function fitted(text, width) {
  const letters = Math.floor(width / 6.7);
  return text.length <= letters ? text : letters < 3 ? '' : `${text.slice(0, letters - 1)}…`;
}

/**
 * Bars in time: a row for each thing, a bar for each time it was so.
 *
 * @param dates first and last day shown
 * @param rows `[{key, label, href?, spans: [{from, to, color, label, text?, href?}]}]`; from and to may be null; `text`
 *     stands in the bar if there is room
 * @param scrolls whether the bars scroll inside of what they stand in, so that the days have to stay in sight below them
 */
export function BarsInTime({ dates, rows, day, onPick, rowHeight = 16, left = 190, label, scrolls }) {
  const [ref, width] = useWidth();
  const still = useMemo(() => {
    if (!width) return null;
    const wide = Math.min(left, width * 0.4);
    const margin = { ...MARGIN, left: wide };
    const x = timeScale([dates[0], dates.at(-1)], width, margin);
    const [first, last] = x.domain().map(Number);
    const height = rows.length * rowHeight + MARGIN.top + MARGIN.bottom;
    const linked = (href, drawn) => (href ? html`<a href=${href}>${drawn}</a>` : drawn);
    return { x, height, drawn: html`<g>
      <${TimeAxis} x=${x} y=${height - MARGIN.bottom} width=${width} />
      ${rows.map((row, index) => html`<g key=${row.key} transform=${`translate(0,${MARGIN.top + index * rowHeight})`}>
        ${linked(row.href, html`<text x=${wide - 8} y=${rowHeight / 2} dy="0.32em" text-anchor="end"><title>${row.label}</title>${fitted(row.label, wide - 8)}</text>`)}
        ${row.spans.map((span) => {
          const from = x(Math.max(first, span.from ? utc(span.from) : first));
          const to = x(Math.min(last, span.to ? utc(span.to) : last));
          return to <= from ? null : linked(span.href, html`<rect x=${from} y="1.5" width=${Math.max(1, to - from)} height=${rowHeight - 3} rx="2" fill=${span.color}><title>${span.label}</title></rect>
            ${span.text && to - from > 34 && html`<text class=${`inside ${ink(span.color)}`} x=${from + 5} y=${rowHeight / 2} dy="0.34em">${fitted(span.text, to - from - 8)}</text>`}`);
        })}</g>`)}</g>` };
  }, [dates, rows, width, rowHeight]);
  return html`<div ref=${ref} class="chart">${still && html`
    <svg width=${width} height=${still.height} role="group" aria-label=${label} ...${pointing(still.x, [dates[0], ...rows.flatMap((row) => row.spans.map((span) => span.from)).filter(Boolean), dates.at(-1)].sort(), onPick, null)}>
      ${still.drawn}<${Cursor} x=${still.x} day=${day} top=${MARGIN.top} bottom=${still.height - MARGIN.bottom} /></svg>
    ${scrolls && html`<svg class="days-below" width=${width} height=${MARGIN.bottom} aria-hidden="true"><${TimeAxis} x=${still.x} y=${0} width=${width} /></svg>`}`}</div>`;
}
