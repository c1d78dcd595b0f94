// What a school is tied to on a day: the bodies it is in, and the other schools of these.
import { d3, html, useMemo, useState } from '../lib.js';
import { useAnswer } from '../ask/api.js';
import { addressOf } from '../network/nodes.js';
import { useWidth } from '../show/charts.js';
import { Figure } from '../show/figure.js';
import { roomForNames, shortName } from '../show/names.js';
import { kindColour } from '../show/palette.js';
import { viewAddress } from '../choose/state.js';
import { openOn } from './day.js';
import { settled } from '../show/states.js';
import { count, day, list, many, name, NONE, spaced } from '../show/words.js';

const MOST_LISTED = 40;
const MOST_NAMED = 80;

const isSchool = (node) => node.kind === 'School';

/** The school, its bodies, and their schools. */
function around({ nodes, edges }, urn) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const self = `school:${urn}`;
  const bodies = [...new Set(edges.filter((edge) => edge.source === self).map((edge) => edge.target))].map((id) => byId.get(id)).filter(Boolean);
  const groups = bodies.map((body) => {
    const ties = edges.filter((edge) => edge.target === body.id);
    return {
      body, tie: ties.find((edge) => edge.source === self)?.type,
      schools: [...new Set(ties.map((edge) => edge.source))].filter((id) => id !== self).map((id) => byId.get(id)).filter((node) => node && isSchool(node))
        .sort((a, b) => a.label.localeCompare(b.label)),
    };
  });
  return { byId, self: byId.get(self), groups };
}

/** Bodies with the same schools, such as a trust and its sponsor, together. */
function together(groups) {
  return d3.groups(groups, (group) => group.schools.map((school) => school.id).join(' '))
    .map(([, alike]) => ({ bodies: alike, schools: alike[0].schools }));
}

/** Names above their nodes, none over another; those of the school and its bodies come first and move down if they must. */
function labels(main, rest, at, width) {
  const room = roomForNames();
  return [...main, ...rest].map((node) => {
    const first = main.includes(node);
    const text = shortName(name(node.label));
    const half = text.length * (first ? 3.5 : 3.1) + 2;
    const [x, y] = at(node);
    const middle = Math.max(half, Math.min(width - half, x));
    const place = (first ? [-12, 20, 33, -25] : [-8]).map((down) => y + down)
      .find((line) => room(middle - half, line - 10, middle + half, line + 3));
    return place !== undefined && html`<text class=${first ? 'label main' : 'label'} x=${middle} y=${place} text-anchor="middle">${text}</text>`;
  });
}

function Drawing({ data, urn, label }) {
  const [ref, width] = useWidth();
  const drawn = useMemo(() => {
    if (!width || !data.nodes.length) return null;
    const { byId, self, groups } = around(data, urn);
    const [x0, x1] = d3.extent(data.nodes, (node) => node.x);
    const [y0, y1] = d3.extent(data.nodes, (node) => node.y);
    const height = Math.min(520, Math.max(260, width * 0.7));
    const scale = Math.min((width - 60) / (x1 - x0 || 1), (height - 60) / (y1 - y0 || 1), 2);
    const at = (node) => [width / 2 + (node.x - (x0 + x1) / 2) * scale, height / 2 - (node.y - (y0 + y1) / 2) * scale];
    const main = [self, ...groups.map((group) => byId.get(group.body.id))].filter(Boolean);
    const rest = data.nodes.length <= MOST_NAMED ? data.nodes.filter((node) => !main.includes(node)) : [];
    return { height, drawing: html`<g>
      <path class="ties" d=${data.edges.map((edge) => [byId.get(edge.source), byId.get(edge.target)]).filter(([a, b]) => a && b).map(([a, b]) => `M${at(a)}L${at(b)}`).join('')} />
      ${data.nodes.map((node) => {
        const [x, y] = at(node);
        const size = node === self ? 260 : isSchool(node) ? 60 : 200;
        return html`<a key=${node.id} href=${addressOf(node)} aria-label=${name(node.label)}><path class=${node === self ? 'node self' : 'node'} transform=${`translate(${x},${y})`}
          d=${d3.symbol(isSchool(node) ? d3.symbolCircle : d3.symbolSquare, size)()} fill=${kindColour(node.kind)}><title>${`${name(node.label)}, ${spaced(node.kind).toLowerCase()}`}</title></path></a>`;
      })}
      ${labels(main, rest, at, width)}</g>` };
  }, [data, width, urn]);
  return html`<div ref=${ref} class="chart ego">${drawn && html`<svg width=${width} height=${drawn.height} role="group" aria-label=${label}>${drawn.drawing}</svg>`}</div>`;
}

function Group({ bodies, schools }) {
  const [all, setAll] = useState(false);
  const shown = all ? schools : schools.slice(0, MOST_LISTED);
  return html`<h3>${bodies.map(({ body, tie }, index) => html`${index ? ' and ' : ''}<a href=${viewAddress('body', { body: body.id })}>${name(body.label)}</a> <small>(${spaced(body.kind).toLowerCase()}, ${spaced(tie).toLowerCase()})</small>`)} <small>${schools.length ? many(schools.length, 'other school') : 'no other school'}</small></h3>
    <ul class="many">${shown.map((school) => html`<li><a href=${addressOf(school)}>${school.label}</a></li>`)}</ul>
    ${shown.length < schools.length && html`<p><button type="button" onClick=${() => setAll(true)}>Show all ${count(schools.length)}</button></p>`}`;
}

const COLUMNS = [
  { key: 'label', label: 'School', format: (text, row) => html`<a href=${addressOf(row)}>${text}</a>` },
  { key: 'phase', label: 'Phase' },
  { key: 'size', label: 'Pupils', numeric: true, format: count },
  { key: 'bodies', label: 'By way of', format: (text) => text ?? NONE },
];

function tableOf(groups) {
  const rows = new Map();
  for (const { body, schools } of groups) {
    for (const school of schools) {
      const row = rows.get(school.id) ?? { ...school, bodies: [] };
      row.bodies.push(name(body.label));
      rows.set(school.id, row);
    }
  }
  return [...rows.values()].map((row) => ({ ...row, bodies: list(row.bodies) }));
}

export function Neighbours({ school, life, asOf, still }) {
  const open = openOn(life, still);
  const answer = useAnswer(open ? `/v1/schools/${school.urn}/neighbourhood` : null, { depth: 2, asOf: still });
  if (!open) return html`<section class="card wide"><h2>What it is tied to</h2><p class="state empty">It was not open on ${day(still)}, and tied to nobody.</p></section>`;
  return settled([answer], 'what it is tied to', ({ data, meta, links }) => {
    const { groups } = around(data, school.urn);
    const rows = tableOf(groups);
    const kinds = [...new Set(data.nodes.map((node) => node.kind))];
    const label = `What ${school.name} was tied to, as of ${day(meta.asOf)}`;
    const sisters = groups.find((group) => group.tie === 'governance');
    return html`<${Figure} wide title=${label} table=${{ columns: COLUMNS, rows }}
      legend=${kinds.map((kind) => ({ label: spaced(kind), color: kindColour(kind), value: count(data.nodes.filter((node) => node.kind === kind).length) }))}
      links=${links.graphml ? [{ href: links.graphml, label: 'GraphML', download: '' }] : []}
      summary=${`${many(groups.length, 'body', 'bodies')}, and through them ${many(rows.length, 'other school')}${sisters ? `, of which ${count(sisters.schools.length)} are sisters under ${name(sisters.body.label)}` : ''}.${meta.truncated ? ' Not all are drawn.' : ''}${asOf === still ? '' : ' The time is moving; this waits until it stands still.'}`}>
      ${data.nodes.length ? html`<${Drawing} data=${data} urn=${school.urn} label=${label} />` : html`<p class="state empty">Nobody.</p>`}
      ${together(groups).map((group) => html`<${Group} key=${group.bodies[0].body.id} ...${group} />`)}<//>`;
  });
}
