// Nodes and ties of a query as a picture, laid out in the page.
import { d3, html, useEffect, useMemo, useState } from '../lib.js';
import { Figure } from '../show/figure.js';
import { File } from '../show/file.js';
import { useWidth } from '../show/charts.js';
import { roomForNames, shortName } from '../show/names.js';
import { kindColour } from '../show/palette.js';
import { Loading } from '../show/states.js';
import { hrefOf, kindOfNode, nameOfNode } from '../ask/things.js';
import { useZoom } from '../show/zoom.js';
import { count, day, many, spaced } from '../show/words.js';

const MOST_NODES = 1000;
const HEIGHT = 560;
const SLICE = 24;

/** Nodes with what is shown of them, and ties between them. */
function graphOf({ nodes, links }) {
  const degree = new Map();
  for (const { source, target } of links) for (const id of [source, target]) degree.set(id, (degree.get(id) ?? 0) + 1);
  return {
    nodes: nodes.map((node) => ({ id: node.id, name: nameOfNode(node), kind: kindOfNode(node.labels), degree: degree.get(node.id) ?? 0 })),
    links: links.map(({ source, target, type, from, to, on }) => ({ source, target, type, from: from ?? on ?? null, to: to ?? null })),
  };
}

/**
 * Lays the nodes out, a slice of time at once so that the page does not stand still. The same graph has the same picture: the start
 * is a spiral in the order of the nodes, and d3-force's random numbers are always the same.
 */
function useLayout(graph, upright) {
  const [laid, set] = useState(null);
  useEffect(() => {
    set(null);
    const nodes = graph.nodes.map(({ id, degree }) => ({ id, degree }));
    const links = graph.links.map(({ source, target }) => ({ source, target }));
    const simulation = d3.forceSimulation(nodes)
      .force('link', d3.forceLink(links).id((node) => node.id).distance(36))
      .force('charge', d3.forceManyBody().strength(-60).distanceMax(500))
      .force('collide', d3.forceCollide((node) => radius(node) + 2))
      .force('x', d3.forceX().strength(upright ? 0.1 : 0.05)).force('y', d3.forceY().strength(upright ? 0.05 : 0.1))
      .stop();
    let timer = 0;
    const step = () => {
      const end = performance.now() + SLICE;
      while (performance.now() < end && simulation.alpha() > simulation.alphaMin()) simulation.tick();
      if (simulation.alpha() > simulation.alphaMin()) timer = setTimeout(step, 0);
      else set(new Map(nodes.map(({ id, x, y }) => [id, [x, y]])));
    };
    step();
    return () => clearTimeout(timer);
  }, [graph, upright]);
  return laid;
}

function radius({ degree }) {
  return Math.min(18, 4 + Math.sqrt(degree) * 1.4);
}

/** Names that have room, those of the most tied nodes first; near the right edge they stand to the left of their nodes. */
function labels(nodes, places, width) {
  const room = roomForNames();
  return [...nodes].sort((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1)).flatMap((node) => {
    const [x, y] = places.get(node.id);
    const text = shortName(node.name);
    const [beside, long] = [radius(node) + 3, text.length * 6.2];
    const turned = x + beside + long > width && x - beside - long > 0;
    const left = turned ? x - beside - long : x + beside;
    if (!room(left, y - 7, left + long, y + 7)) return [];
    return [{ id: node.id, text, x: turned ? x - beside : x + beside, y, anchor: turned ? 'end' : 'start' }];
  });
}

function Picture({ graph, label }) {
  const [ref, width] = useWidth();
  const laid = useLayout(graph, width < HEIGHT);
  const [svg, transform, buttons] = useZoom(laid && width ? graph : null);
  const fitted = useMemo(() => {
    if (!laid || !width) return null;
    const [left, right] = d3.extent(laid.values(), ([x]) => x);
    const [top, bottom] = d3.extent(laid.values(), ([, y]) => y);
    const k = Math.min((width - 100) / (right - left || 1), (HEIGHT - 60) / (bottom - top || 1), 3);
    return new Map([...laid].map(([id, [x, y]]) => [id, [width / 2 + (x - (left + right) / 2) * k, HEIGHT / 2 + (y - (top + bottom) / 2) * k]]));
  }, [laid, width]);
  const places = useMemo(() => fitted && new Map([...fitted].map(([id, point]) => [id, transform.apply(point)])), [fitted, transform]);
  return html`<div ref=${ref} class="chart network">${!places ? html`<${Loading} what="the picture: the nodes are being laid out" />` : html`
    ${buttons}<svg ref=${svg} class="picture" width=${width} height=${HEIGHT} role="group" aria-label=${label}>
      <g class="ties">${graph.links.map(({ source, target, type }) => {
        const [[x1, y1], [x2, y2]] = [places.get(source), places.get(target)];
        return html`<line x1=${x1} y1=${y1} x2=${x2} y2=${y2}><title>${type}</title></line>`;
      })}</g>
      <g>${graph.nodes.map((node) => {
        const [x, y] = places.get(node.id);
        const href = hrefOf(node.id);
        const dot = html`<circle cx=${x} cy=${y} r=${radius(node)} fill=${kindColour(node.kind)} class="dot"><title>${node.name}, ${spaced(node.kind)}, ${many(node.degree, 'tie')}</title></circle>`;
        // Keyboard users have the same links in the table, in order and with their names.
        return href ? html`<a href=${href} tabindex="-1" aria-label=${node.name}>${dot}</a>` : dot;
      })}</g>
      <g class="names" aria-hidden="true">${labels(graph.nodes, places, width).map(({ id, text, x, y, anchor }) => html`
        <text key=${id} x=${x} y=${y} dy="0.32em" text-anchor=${anchor}>${text}</text>`)}</g>
    </svg>`}</div>`;
}

function kindsOf(nodes) {
  return d3.rollups(nodes, (all) => all.length, (node) => node.kind).sort(([a, x], [b, y]) => y - x || a.localeCompare(b));
}

function tieTable(graph) {
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  const end = (key, label) => ({
    key, label, value: (row) => byId.get(row[key])?.name ?? row[key],
    format: (text, row) => (hrefOf(row[key]) ? html`<a href=${hrefOf(row[key])}>${text}</a>` : text),
  });
  const alone = graph.nodes.filter((node) => node.degree === 0).map((node) => ({ source: node.id, type: 'no tie' }));
  return {
    columns: [end('source', 'From'), { key: 'type', label: 'Tie' }, end('target', 'To'),
      { key: 'from', label: 'Since', format: day }, { key: 'to', label: 'Until', format: day }],
    rows: [...graph.links, ...alone],
  };
}

/** @param answer in the format d3: `{graph, nodes, links}` */
export function ResultGraph({ answer, title, links }) {
  const graph = useMemo(() => graphOf(answer), [answer]);
  const table = useMemo(() => tieTable(graph), [graph]);
  const kinds = useMemo(() => kindsOf(graph.nodes), [graph]);
  if (graph.nodes.length === 0) return html`<p class="state empty">There are no nodes in the answer. Other values in the form may find some.</p>`;
  if (graph.nodes.length > MOST_NODES) {
    return html`<div class="state too-much"><p><strong>${many(graph.nodes.length, 'node')} are too many for a picture.</strong></p>
      <p>Up to ${count(MOST_NODES)} can be drawn. Narrow the question, or take the whole graph into a program made for it:</p>
      <p>${links.map((link) => html`<${File} ...${link} /> `)}</p></div>`;
  }
  const summary = `${many(graph.nodes.length, 'node')} and ${many(graph.links.length, 'tie')}: ${kinds.map(([kind, size]) => `${spaced(kind)} ${count(size)}`).join(', ')}. Larger dots have more ties. Drag to move, Ctrl and wheel or the buttons to come closer; more names appear then.`;
  return html`<${Figure} title=${title} wide summary=${summary} table=${table}
    legend=${kinds.map(([kind, size]) => ({ label: spaced(kind), color: kindColour(kind), value: count(size) }))}>
    <${Picture} graph=${graph} label=${`Graph: ${summary}`} /><//>`;
}
