// A network drawn at places that the server gives: nodes stay put while time moves, what is not there on the day is not shown.
import { holds } from '../ask/release.js';
import { d3, html, useLayoutEffect, useMemo, useRef } from '../lib.js';
import { halfWidth, LETTERS, roomForNames, shortName } from '../show/names.js';
import { useZoomOn } from '../show/zoom.js';
import { name } from '../show/words.js';

const BOX = 1040;
/** Layers are told apart by dashes as well as by colours. */
export const LAYERS = {
  governance: { label: 'Governance', color: '#7f93a6' },
  federation: { label: 'Federation', color: '#228833' },
  alliance: { label: 'Alliance', color: '#aa3377', dash: '6 3' },
  group: { label: 'Group', color: '#ddaa33', dash: '2 2' },
  pairing: { label: 'Pairing', color: '#66ccee', dash: '8 2 2 2' },
  support: { label: 'Support', color: '#ee6677', dash: '4 4' },
  sponsor: { label: 'Sponsor', color: '#994455', dash: '1 3' },
  diocese: { label: 'Diocese', color: '#777777', dash: '10 4' },
};

/** Whether something with these spells is there on a day. */
export function there(spells, day) {
  return spells.some((spell) => holds(spell, day));
}

function radius(node) {
  return node.kind === 'School' ? 3.5 + Math.sqrt(node.size ?? 200) / 14 : 6 + Math.sqrt(node.size ?? 1) * 1.6;
}

/** From so near on every node may have its name. */
const NEAR = 2.5;

/** A name that is shown only when its node is looked at, or from near. */
const minor = (node) => node.kind === 'School' || (node.size ?? 0) < 2;

function Node({ node }) {
  const r = radius(node);
  const shape = node.kind === 'School' ? html`<circle r=${r} />` : html`<rect x=${-r} y=${-r} width=${2 * r} height=${2 * r} rx="2" />`;
  return html`<g class="node" data-id=${node.id} transform=${`translate(${node.x},${-node.y})`}>
    ${shape}<title>${name(node.label)}</title></g>`;
}

/** Above all nodes, or one would lie on the name of another. */
function Name({ node }) {
  return html`<text data-id=${node.id} x=${node.x} y=${-node.y - radius(node) - 4} text-anchor="middle">${shortName(name(node.label))}</text>`;
}

/**
 * Which names there is room for, those of what has most schools first. A trust and its sponsor have the same, which is shown once.
 *
 * @param letters how high they are in the picture's own measure
 * @param lit ids of what is looked at, or null
 * @param edge how far to either side names may go
 */
function named(order, letters, { day, lit, all, edge }) {
  const room = roomForNames();
  const told = new Set();
  const shown = new Set();
  for (const node of order) {
    if (lit ? !lit.has(node.id) : !all && minor(node)) continue;
    const label = name(node.label);
    if (told.has(label) || !there(node.spells, day)) continue;
    const half = halfWidth(shortName(label), letters);
    const below = -node.y - radius(node) - 3;
    if (Math.abs(node.x) + half > edge || !room(node.x - half, below - 1.2 * letters, node.x + half, below)) continue;
    shown.add(node.id);
    told.add(label);
  }
  return shown;
}

/** Ids of what a node is tied to on a day, and itself. */
export function around(id, edges, day) {
  const near = new Set([id]);
  for (const edge of edges) {
    if (edge.source !== id && edge.target !== id) continue;
    if (there(edge.spells, day)) near.add(edge.source === id ? edge.target : edge.source);
  }
  return near;
}

/**
 * The drawing.
 *
 * @param graph `{nodes, edges}` with spells, of /v1/graph/evolution
 * @param day shown
 * @param colourOf gives a node's colour on the day
 * @param selected id of a node that is in focus, or null
 * @param onSelect is told of a node that was clicked; null: of none
 */
export function NetworkGraph({ graph, day, colourOf, selected, onSelect, label }) {
  const svg = useRef();
  const world = useRef();
  const zoomed = useRef(1);
  const order = useMemo(() => [...graph.nodes].sort((a, b) => (a.kind === 'School') - (b.kind === 'School') || (b.size ?? 0) - (a.size ?? 0)), [graph]);
  const places = useMemo(() => new Map(graph.nodes.map((node) => [node.id, node])), [graph]);
  // Drawn once; each day only shows and hides, so that two thousand nodes keep up with the time.
  const drawn = useMemo(() => html`<g ref=${world}>
    <g class="edges">${graph.edges.map((edge) => {
      const [a, b] = [places.get(edge.source), places.get(edge.target)];
      if (!a || !b) return null;
      const layer = LAYERS[edge.layer ?? edge.layers?.[0]] ?? LAYERS.governance;
      return html`<line data-id=${edge.id} x1=${a.x} y1=${-a.y} x2=${b.x} y2=${-b.y} stroke=${layer.color} stroke-dasharray=${layer.dash ?? null}
        stroke-width=${edge.weight ? Math.min(4, edge.weight) : 1.2} />`;
    })}</g>
    <g class="nodes">${graph.nodes.map((node) => html`<${Node} node=${node} />`)}</g>
    <g class="node-names" aria-hidden="true">${graph.nodes.map((node) => html`<${Name} node=${node} />`)}</g></g>`, [graph]);
  useLayoutEffect(() => {
    const edges = new Map(graph.edges.map((edge) => [edge.id, edge]));
    const root = d3.select(world.current);
    root.selectAll('.edges line').attr('display', function shown() { return there(edges.get(this.dataset.id).spells, day) ? null : 'none'; });
    root.selectAll('.node').each(function draw() {
      const node = places.get(this.dataset.id);
      const on = there(node.spells, day);
      this.setAttribute('display', on ? 'inline' : 'none');
      if (on) this.firstElementChild.setAttribute('fill', colourOf(node));
    });
  }, [graph, day, colourOf]);
  const light = (id) => {
    const near = id ? around(id, graph.edges, day) : null;
    const root = d3.select(world.current).classed('dimmed', Boolean(near));
    const { width, height } = svg.current.getBoundingClientRect();
    const unit = BOX / (Math.min(width, height) || BOX);
    const letters = (LETTERS * unit) / zoomed.current;
    world.current.style.setProperty('--letters', `${letters}px`);
    // What is looked at has its name before all others.
    const first = id ? [places.get(id), ...order.filter((node) => node.id !== id)] : order;
    const names = named(first, letters, { day, lit: near, all: zoomed.current > NEAR, edge: zoomed.current > 1 ? Infinity : (width * unit) / 2 });
    root.selectAll('.node-names text').classed('named', function isNamed() { return names.has(this.dataset.id); });
    root.selectAll('.node').classed('lit', function lit() { return near?.has(this.dataset.id) ?? false; });
    const ends = new Map(graph.edges.map((edge) => [edge.id, edge]));
    root.selectAll('.edges line').classed('lit', function lit() { const edge = ends.get(this.dataset.id); return Boolean(id) && (edge.source === id || edge.target === id); });
  };
  useLayoutEffect(() => light(selected), [graph, day, selected]);
  const { buttons, onKeyDown } = useZoomOn(svg, (transform) => {
    world.current.setAttribute('transform', transform);
    if (transform.k === zoomed.current) return;
    zoomed.current = transform.k;
    light(selected);
  }, [0.8, 30]);
  const of = (event) => event.target.closest('.node')?.dataset.id ?? null;
  return html`<div class="map network">
    <svg class="picture" ref=${svg} viewBox=${`${-BOX / 2} ${-BOX / 2} ${BOX} ${BOX}`} tabindex="0" role="img" aria-label=${label}
      onPointerOver=${(event) => event.pointerType !== 'touch' && light(of(event) ?? selected)} onPointerLeave=${() => light(selected)}
      onClick=${(event) => onSelect(of(event))}
      onKeyDown=${(event) => (event.key === 'Escape' ? onSelect(null) : onKeyDown(event))}>${drawn}</svg>${buttons}</div>`;
}
