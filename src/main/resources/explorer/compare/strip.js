// Every area a dot on one axis: how far apart they are, and where those chosen stand.
import { d3, html, useMemo, useState } from '../lib.js';
import { useWidth } from '../show/charts.js';
import { Figure } from '../show/figure.js';
import { axisOf } from '../ask/measures.js';
import { day, defined, many } from '../show/words.js';

const MARGIN = { left: 14, right: 18, bottom: 26 };
const LABEL = 15;
const STACK = 92;

/** Places of dots: in columns as wide as a dot, from the axis up; in a column higher than there is room they cover each other. */
function stacked(rows, x, radius) {
  const columnOf = (row) => Math.round(x(row.value) / (2 * radius));
  const heights = d3.rollup(rows, (all) => all.length, columnOf);
  const filled = new Map();
  return rows.map((row) => {
    const column = columnOf(row);
    const below = filled.get(column) ?? 0;
    filled.set(column, below + 1);
    return { row, x: column * 2 * radius, y: (below + 0.5) * Math.min(2 * radius, STACK / heights.get(column)) };
  });
}

/** A line for each label such that no two overlap: `[{dot, left, line}]`. */
function labelled(dots, width) {
  const ends = [];
  return [...dots].sort((a, b) => a.x - b.x).map((dot) => {
    const wide = dot.row.area.name.length * 6.3 + 10;
    const left = Math.max(2, Math.min(dot.x + 4, width - wide));
    let line = ends.findIndex((end) => end <= left);
    if (line < 0) line = ends.length;
    ends[line] = left + wide;
    return { dot, left, line };
  });
}

const circles = (dots, base, radius) =>
  dots.map((dot) => `M${(dot.x - radius).toFixed(1)},${(base - dot.y).toFixed(1)}a${radius},${radius} 0 1,0 ${2 * radius},0a${radius},${radius} 0 1,0 ${-2 * radius},0`).join('');

function Picture({ rows, ids, domain, measure, label, toggle }) {
  const [ref, width] = useWidth();
  const [near, setNear] = useState(null);
  if (!width) return html`<div ref=${ref} class="chart"></div>`;
  const x = d3.scaleLinear(domain, [MARGIN.left, width - MARGIN.right]).nice(6);
  const radius = rows.length > 400 ? 2 : 3.5;
  const dots = stacked(rows, x, radius);
  const mine = dots.filter((dot) => ids.has(dot.row.id));
  const hovered = near && dots.find((dot) => dot.row.id === near);
  const labels = labelled(hovered && !ids.has(near) ? [...mine, hovered] : mine, width);
  const head = (Math.max(3, d3.max(labels, (each) => each.line + 1) ?? 0)) * LABEL + 6;
  const base = head + STACK + 6;
  const nearest = (event) => {
    const box = event.currentTarget.getBoundingClientRect();
    const [px, py] = [event.clientX - box.left, event.clientY - box.top];
    const dot = dots[d3.leastIndex(dots, (a, b) => away(a) - away(b))];
    function away(each) { return (each.x - px) ** 2 + (base - each.y - py) ** 2; }
    return dot && (dot.x - px) ** 2 + (base - dot.y - py) ** 2 < 400 ? dot.row.id : null;
  };
  const median = d3.median(rows, (row) => row.value);
  return html`<div ref=${ref} class="chart"><svg class="strip" width=${width} height=${base + MARGIN.bottom} role="img" aria-label=${label}
      onPointerMove=${(event) => setNear(nearest(event))} onPointerLeave=${() => setNear(null)}
      onClick=${(event) => { const id = nearest(event); if (id) toggle(id); }}>
    <g class="axis"><line x1=${MARGIN.left} x2=${width - MARGIN.right} y1=${base} y2=${base} />
      ${x.ticks(Math.max(3, width / 90)).map((tick) => html`<g transform=${`translate(${x(tick)},${base})`}><line y2="5" /><text y="18" text-anchor="middle">${axisOf(measure)(tick)}</text></g>`)}</g>
    ${defined(median) && html`<line class="median" x1=${x(median)} x2=${x(median)} y1=${head} y2=${base} />`}
    <path class="dots" d=${circles(dots.filter((dot) => !ids.has(dot.row.id)), base, radius)} />
    ${labels.map(({ dot, line }) => html`<line key=${dot.row.id} class="leader" x1=${dot.x} x2=${dot.x} y1=${line * LABEL + LABEL + 1} y2=${base - dot.y} />`)}
    ${labels.map(({ dot, left, line }) => html`<text key=${dot.row.id} data-area=${dot.row.id} x=${left} y=${line * LABEL + 12}>${dot.row.area.name}</text>`)}
    <path class="dots mine" d=${circles(mine, base, radius + 1)} /></svg></div>`;
}

export function Strip({ measure, comparison, rows, chosen, toggle, what }) {
  const { lines, asOf } = comparison;
  // The axis is that of all time, so that it stands still while the dots move.
  const domain = useMemo(() => {
    const [least, greatest] = d3.extent(lines.flatMap((line) => line.values).filter(defined));
    return [Math.min(measure.min ?? 0, least ?? 0), greatest || 1];
  }, [lines, measure]);
  const valued = useMemo(() => rows.filter((row) => defined(row.value)).sort((a, b) => a.value - b.value), [rows]);
  const ids = new Set(chosen.map((line) => line.area.id));
  const quantile = (part) => measure.format(d3.quantileSorted(valued, part, (row) => row.value));
  const summary = valued.length ? `${day(asOf)}: ${many(valued.length, 'area')}, from ${measure.format(valued[0].value)} (${valued[0].area.name}) to ${measure.format(valued.at(-1).value)} (${valued.at(-1).area.name}); median ${quantile(0.5)}, half of them between ${quantile(0.25)} and ${quantile(0.75)}.`
    : `${day(asOf)}: no area has a value.`;
  const table = { columns: [{ key: 'area', label: 'Area', value: (row) => row.area.name }, { key: 'id', label: 'Id' }, { key: 'value', label: measure.title, numeric: true, format: measure.format }], rows: valued };
  const legend = [{ label: 'One area', color: 'var(--dot)' }, { label: 'Chosen', color: 'var(--accent)' }, { label: 'Median', color: 'var(--quiet)', line: '4 3' }];
  return html`<${Figure} title=${`${what} on one axis`} legend=${legend} summary=${summary} table=${table}>
    <${Picture} rows=${valued} ids=${ids} domain=${domain} measure=${measure} label=${summary} toggle=${toggle} /><//>`;
}
