// Which trusts have schools in which authorities: the network of a country, at places that stay. Each body stands in the middle
// of all schools it ever had, so that its ties show how far it reaches.
import { d3, html, useLayoutEffect, useMemo, useRef, useState } from '../lib.js';
import { spellsOn } from '../ask/patchwork.js';
import { useCanvas } from '../show/canvas.js';
import { halfWidth, LETTERS, roomForNames, shortName } from '../show/names.js';
import { inKilometres } from '../show/projection.js';
import { name } from '../show/words.js';

const TRUSTS = new Set(['MultiAcademyTrust', 'SingleAcademyTrust']);
const MARGIN = 16;
/** Pixels within which a node is meant. */
const NEAR = 14;
/** A trust of so many schools has its name from afar. */
const NAMED = 8;

/** The middle of the places of some schools, each counted once; null where none is known. */
function middle(schools, { x, y }) {
  const known = [...new Set(schools)].filter((school) => !Number.isNaN(x[school]));
  return known.length ? [d3.mean(known, (school) => x[school]), d3.mean(known, (school) => y[school])] : null;
}

/**
 * Trusts and authorities of a patchwork: `{nodes: [{id, label, kind, x, y}], trusts, areas}`, the latter two by their places in the
 * data. Schools whose trust is not known, and what lies nowhere, are no part of it.
 */
export function bodiesAndAreas(data) {
  const places = inKilometres(data.schools.longitude, data.schools.latitude);
  const spells = d3.range(data.school.length);
  const nodes = [];
  const put = (known, kind, by) => new Map(d3.groups(spells.filter((i) => by[i] >= 0), (i) => by[i]).flatMap(([place, own]) => {
    const at = middle(own.map((i) => data.school[i]), places);
    if (!known[place] || !at) return [];
    const node = { id: known[place].id, label: name(known[place].name), kind: kind(known[place]), x: at[0], y: at[1] };
    nodes.push(node);
    return [[place, node]];
  }));
  const areas = put(data.areas, () => 'LocalAuthority', data.area);
  const trusts = put(data.bodies, (body) => body.kind, data.body.map((body) => (TRUSTS.has(data.bodies[body]?.kind) ? body : -1)));
  return { nodes, trusts, areas };
}

/** What holds on a day: `{ties: [{trust, area, schools}], sizes}`; sizes are schools by node, of an area those that are in trusts. */
export function tiesOn(data, { trusts, areas }, day) {
  const ties = new Map();
  const sizes = new Map();
  for (const spell of spellsOn(data, day)) {
    const [trust, area] = [trusts.get(data.body[spell]), areas.get(data.area[spell])];
    if (!trust || !area) continue;
    const key = data.body[spell] * data.areas.length + data.area[spell];
    const tie = ties.get(key);
    if (tie) tie.schools++;
    else ties.set(key, { trust, area, schools: 1 });
    for (const node of [trust, area]) sizes.set(node, (sizes.get(node) ?? 0) + 1);
  }
  return { ties: [...ties.values()], sizes };
}

/** What a node is tied to, that with most schools first: `[{node, schools}]`. */
export function tiedTo(node, ties) {
  return ties.filter((tie) => tie.trust === node || tie.area === node)
    .map((tie) => ({ node: tie.trust === node ? tie.area : tie.trust, schools: tie.schools })).sort((a, b) => b.schools - a.schools);
}

const isArea = (node) => node.kind === 'LocalAuthority';

/** The more nodes, the smaller each. */
function radius(node, sizes) {
  const least = Math.min(1, 30 / Math.sqrt(sizes.size));
  return least * (isArea(node) ? 3.5 + Math.sqrt(sizes.get(node)) * 0.4 : 1.2 + Math.sqrt(sizes.get(node)) * 1.1);
}

/** Draws ties and nodes where the transform has them. */
function drawn(context, { shown, ties, sizes, at, colourOf, lit, style }) {
  const near = lit && new Set([lit, ...tiedTo(lit, ties).map((each) => each.node)]);
  const width = (tie) => Math.min(6, 0.4 + Math.sqrt(tie.schools) * 0.5);
  for (const tie of [...ties].sort((a, b) => a.schools - b.schools)) {
    const mine = !lit || tie.trust === lit || tie.area === lit;
    context.globalAlpha = !mine ? 0.03 : lit ? 0.8 : 0.28;
    context.strokeStyle = colourOf(tie.trust);
    context.lineWidth = width(tie);
    context.beginPath();
    context.moveTo(...at(tie.trust));
    context.lineTo(...at(tie.area));
    context.stroke();
  }
  context.strokeStyle = style.ground;
  context.lineWidth = 0.8;
  for (const node of shown) {
    context.globalAlpha = !near || near.has(node) ? 1 : 0.12;
    context.fillStyle = colourOf(node);
    const [[x, y], r] = [at(node), radius(node, sizes)];
    context.beginPath();
    if (isArea(node)) context.rect(x - r, y - r, 2 * r, 2 * r);
    else context.arc(x, y, r, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
  context.globalAlpha = 1;
  return near;
}

/** Names for which there is room: authorities, trusts of many schools, and all that is looked at. */
function written(context, { shown, sizes, at, near, lit, all, style, width }) {
  context.font = `${LETTERS}px system-ui, sans-serif`;
  context.textAlign = 'center';
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = style.ground;
  context.fillStyle = style.ink;
  const room = roomForNames();
  const worth = (node) => (near ? near.has(node) : all || isArea(node) || sizes.get(node) >= NAMED);
  const order = shown.filter(worth).sort((a, b) => (b === lit) - (a === lit) || sizes.get(b) - sizes.get(a));
  for (const node of order) {
    const [x, y] = at(node);
    const text = shortName(node.label);
    const [half, below] = [halfWidth(text, LETTERS), y - radius(node, sizes) - 3];
    if (x - half < 0 || x + half > width || below < LETTERS || !room(x - half, below - LETTERS, x + half, below + 2)) continue;
    context.strokeText(text, x, below);
    context.fillText(text, x, below);
  }
}

/** Where kilometres come to lie on a canvas that shows all nodes. */
function fitted(nodes, width, height) {
  const [[x0, x1], [y0, y1]] = [d3.extent(nodes, (node) => node.x), d3.extent(nodes, (node) => node.y)];
  const k = Math.min((width - 2 * MARGIN) / (x1 - x0 || 1), (height - 2 * MARGIN) / (y1 - y0 || 1));
  return (node) => [width / 2 + (node.x - (x0 + x1) / 2) * k, height / 2 + (node.y - (y0 + y1) / 2) * k];
}

/**
 * The drawing.
 *
 * @param network of bodiesAndAreas
 * @param state of tiesOn
 * @param selected a node in focus, or null
 * @param onSelect is told the id of a node that was clicked; null: of none
 */
export function AcrossPicture({ network, state, day, colourOf, selected, onSelect, label }) {
  const [hovered, setHovered] = useState(null);
  const place = useRef();
  const last = useRef();
  const { ties, sizes } = state;
  const shown = useMemo(() => network.nodes.filter((node) => sizes.has(node)).sort((a, b) => sizes.get(b) - sizes.get(a)), [network, sizes]);
  const lit = [hovered, selected].find((node) => node && sizes.has(node)) ?? null;
  const { frame, canvas, again, buttons, onKeyDown } = useCanvas(network, {
    size: (width, height) => { place.current = fitted(network.nodes, width, height); },
    paint: (context, zoom) => {
      const { width, height } = canvas.current;
      const css = getComputedStyle(canvas.current);
      const style = { ink: css.getPropertyValue('--ink'), ground: css.getPropertyValue('--sea') };
      const at = (node) => zoom.apply(place.current(node));
      last.current = at;
      context.clearRect(0, 0, width, height);
      const near = drawn(context, { shown, ties, sizes, at, colourOf, lit, style });
      written(context, { shown, sizes, at, near, lit, all: zoom.k > 4, style, width });
      Object.assign(canvas.current.dataset, { day, ties: ties.length, nodes: shown.length });
    },
  });
  useLayoutEffect(again, [state, colourOf, lit]);
  const under = (event) => {
    const far = (node) => Math.hypot(last.current(node)[0] - event.offsetX, last.current(node)[1] - event.offsetY);
    const node = shown[d3.leastIndex(shown, (a, b) => far(a) - far(b))];
    return node && far(node) < NEAR ? node : null;
  };
  return html`<div class="map" ref=${frame}>
    <canvas class="picture" ref=${canvas} tabindex="0" role="img" aria-label=${label}
      onPointerMove=${(event) => event.pointerType !== 'touch' && setHovered(under(event))} onPointerLeave=${() => setHovered(null)}
      onClick=${(event) => onSelect(under(event)?.id ?? null)}
      onKeyDown=${(event) => (event.key === 'Escape' ? onSelect(null) : onKeyDown(event))}></canvas>${buttons}</div>`;
}
