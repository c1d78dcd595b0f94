// The line of a school: the records that took each other's place, in the order of time.
import { html, useMemo } from '../lib.js';
import { Figure } from '../show/figure.js';
import { viewAddress } from '../choose/state.js';
import { openOn } from './day.js';
import { day, many, NONE, span } from '../show/words.js';

const BOX = { width: 210, height: 56 };
const GAP = { x: 132, y: 16 };
/** The straight part of a link, which carries its words. */
const WORDS = 84;
const EDGE = 8;

/** Each record one step right of those whose place it took. */
function layout({ schools, links }) {
  const nodes = new Map(schools.map((school) => [school.urn, { ...school }]));
  for (const link of links) {
    if (!nodes.has(link.fromUrn)) nodes.set(link.fromUrn, { urn: link.fromUrn, name: link.fromName, outside: true });
    if (!nodes.has(link.toUrn)) nodes.set(link.toUrn, { urn: link.toUrn, name: link.toName, outside: true });
  }
  const depths = new Map([...nodes.keys()].map((urn) => [urn, 0]));
  // As many rounds as there are records: links that lead in a circle, of which the register has some, come to an end too.
  for (let round = 0; round < nodes.size; round++) {
    for (const { fromUrn, toUrn } of links) depths.set(toUrn, Math.min(nodes.size - 1, Math.max(depths.get(toUrn), depths.get(fromUrn) + 1)));
  }
  const columns = [];
  for (const node of [...nodes.values()].sort((a, b) => (a.from ?? '').localeCompare(b.from ?? '') || a.urn - b.urn)) {
    (columns[depths.get(node.urn)] ??= []).push(node);
  }
  const filled = columns.filter(Boolean);
  const rows = Math.max(...filled.map((column) => column.length));
  filled.forEach((column, x) => column.forEach((node, y) => Object.assign(node, {
    x: EDGE + x * (BOX.width + GAP.x), y: EDGE + (y + (rows - column.length) / 2) * (BOX.height + GAP.y),
  })));
  return {
    nodes, width: 2 * EDGE + filled.length * (BOX.width + GAP.x) - GAP.x, height: 2 * EDGE + rows * (BOX.height + GAP.y) - GAP.y,
  };
}

const KINDS = { plain: 'one for one', merged: 'merged', amalgamated: 'amalgamated', split: 'split', other: 'other' };

const short = (text, letters) => (text.length > letters ? `${text.slice(0, letters - 1)}…` : text);

function Box({ node, urn, asOf }) {
  const self = node.urn === urn;
  const there = !node.outside && openOn(node, asOf);
  const state = node.outside ? 'in another line' : there ? 'open on the day' : '';
  return html`<a href=${viewAddress('school', { urn: node.urn })} aria-current=${self ? 'true' : null}><g transform=${`translate(${node.x},${node.y})`}>
    <title>${`${node.name} (${node.urn})${node.type ? `, ${node.type}` : ''}`}</title>
    <rect class=${`box${self ? ' self' : ''}${there ? ' there' : ''}`} width=${BOX.width} height=${BOX.height} rx="7" />
    <text class="name" x="9" y="18">${short(node.name, 26)}</text>
    <text x="9" y="34">${`${node.urn}${node.type ? ` · ${short(node.type, 24)}` : ''}`}</text>
    <text x="9" y="49">${node.outside ? state : short(span(node.fromKnown === false ? null : node.from, node.to), 33)}</text></g></a>`;
}

const COLUMNS = [
  { key: 'fromName', label: 'From', format: (text, row) => html`<a href=${viewAddress('school', { urn: row.fromUrn })}>${text}</a> (${row.fromUrn})` },
  { key: 'toName', label: 'To', format: (text, row) => html`<a href=${viewAddress('school', { urn: row.toUrn })}>${text}</a> (${row.toUrn})` },
  { key: 'on', label: 'Day', format: (iso) => day(iso) },
  { key: 'kind', label: 'Kind' },
  { key: 'registerType', label: 'As the register has it', format: (text) => text ?? NONE },
];

export function Lineage({ history, school, asOf }) {
  const { nodes, width, height } = useMemo(() => layout(history), [history]);
  const { links } = history;
  const first = [...nodes.values()].every((node) => node.urn === school.urn);
  const summary = first ? 'One record, one school: it took no other’s place and none took its.'
    : `${many(nodes.size, 'record')} took each other’s place, from the left to the right. Highlighted: this school; with a thick edge: open on ${day(asOf)}.`;
  return html`<${Figure} wide title="Its line: whose place it took, and who took its" summary=${summary} table=${{ columns: COLUMNS, rows: links }} picture=${!first}>
    ${!first && html`<div class="scroll" tabindex="0" role="region" aria-label="The line, which scrolls"><div class="chart line-of"><svg width=${width} height=${height} role="group" aria-label="Records that took each other’s place">
      ${links.map((link) => {
        const [a, b] = [nodes.get(link.fromUrn), nodes.get(link.toUrn)];
        const [x0, y0, x1, y1] = [a.x + BOX.width, a.y + BOX.height / 2, b.x, b.y + BOX.height / 2];
        // The words stand at the end that no other link shares, so that they do not meet.
        const split = links.filter((other) => other.fromUrn === link.fromUrn).length > 1;
        const [bend, turn] = split ? [x0, x1 - WORDS] : [x0 + WORDS, x1];
        const middle = (bend + turn) / 2;
        const [x, y] = split ? [x1 - WORDS / 2, y1] : [x0 + WORDS / 2, y0];
        return html`<path class="link" d=${`M${x0},${y0}H${bend}C${middle},${y0} ${middle},${y1} ${turn},${y1}H${x1}`}><title>${`${KINDS[link.kind] ?? link.kind}, ${day(link.on)}${link.registerType ? `, in the register “${link.registerType}”` : ''}`}</title></path>
          <text class="kind" x=${x} y=${y - 5} text-anchor="middle">${KINDS[link.kind] ?? link.kind}</text>
          <text class="kind" x=${x} y=${y + 14} text-anchor="middle">${link.on ? link.on.slice(0, 7) : ''}</text>`;
      })}
      ${[...nodes.values()].map((node) => html`<${Box} node=${node} urn=${school.urn} asOf=${asOf} />`)}</svg></div></div>`}<//>`;
}
