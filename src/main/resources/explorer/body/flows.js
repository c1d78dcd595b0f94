// From whom a body's schools came and to whom they went.
import { d3, html, useMemo, useState } from '../lib.js';
import '../d3-sankey.js';
import { useWidth } from '../show/charts.js';
import { Figure } from '../show/figure.js';
import { bodyColour } from '../show/palette.js';
import { viewAddress } from '../choose/state.js';
import { membersOn } from './members.js';
import { count, day, list, many, name } from '../show/words.js';

const MOST = 12;
const ROW = 26;
const TOP = 26;
const GREY = '#8a949e';

/** Who joins a federation or an alliance leaves nobody. */
const TIES = { joined: 'Joined', left: 'Left', opened: 'Opened in it', closed: 'Closed', before: 'There before the record' };
const CAME = { opened: 'Opened in it', joined: 'Joined, from where is not known', before: 'There before the record' };
const WENT = { closed: 'Closed', left: 'Left, to where is not known' };

/** The other side of a change: a body, or what happened instead. */
function side(way, other, relation, words) {
  const told = relation === 'MEMBER_OF' ? TIES : words;
  const key = other?.id ?? `=${way}`;
  return { key, label: other ? name(other.name) : told[way] ?? 'Not known', body: other?.id };
}

function tally(entries) {
  const groups = d3.rollups(entries, (all) => ({ ...all[0].side, schools: all.length, ways: d3.rollups(all, (v) => v.length, (each) => each.way) }), (each) => each.side.key)
    .map(([, group]) => group).sort((a, b) => b.schools - a.schools || a.label.localeCompare(b.label));
  // What happened instead of a change of hands is never lumped together with the small bodies.
  const bodies = groups.filter((group) => group.body);
  const others = bodies.slice(MOST);
  const shown = groups.filter((group) => !others.includes(group));
  if (others.length > 1) {
    shown.push({ key: '=others', label: `${count(others.length)} others`, schools: d3.sum(others, (each) => each.schools), ways: [] });
  } else shown.push(...others);
  return { groups, shown };
}

/** What came and went up to a day; the two sides balance with what is still there. */
function flowsOf(members, until) {
  const came = members.filter((member) => (!member.from || member.from <= until) && (member.came || !member.from))
    .map((member) => ({ way: member.came ?? 'before', side: side(member.came ?? 'before', member.whence, member.relation, CAME) }));
  const went = members.filter((member) => member.went && member.to <= until)
    .map((member) => ({ way: member.went, side: side(member.went, member.whither, member.relation, WENT) }));
  return { came: tally(came), went: tally(went), arrived: came.length, departed: went.length, still: membersOn(members, until).length };
}

function layout({ came, went, still }, label, width, height) {
  const nodes = [
    ...came.shown.map((each) => ({ ...each, id: `from ${each.key}`, column: 0 })),
    { id: 'body', label, column: 1 },
    ...went.shown.map((each) => ({ ...each, id: `to ${each.key}`, column: 2 })),
    ...(still ? [{ id: 'still', label: 'Still in it', schools: still, column: 2, stays: true }] : []),
  ];
  const links = nodes.filter((node) => node.column !== 1)
    .map((node) => (node.column ? { source: 'body', target: node.id, value: node.schools } : { source: node.id, target: 'body', value: node.schools }));
  const side_ = Math.min(230, width * 0.34);
  return d3.sankey().nodeId((node) => node.id).nodeAlign((node) => node.column).nodeWidth(12).nodePadding(ROW - 14).nodeSort(null)
    .extent([[side_, TOP], [width - side_, height - 8]])({ nodes, links });
}

function short(text, width) {
  const letters = Math.floor(width / 6.7);
  return text.length > letters ? `${text.slice(0, Math.max(1, letters - 1))}…` : text;
}

/** A ribbon as wide as it has schools, all along: a stroke as wide would bulge where there is little room to turn. */
function ribbon({ source, target, y0, y1, width }) {
  const [from, to, half] = [source.x1, target.x0, Math.max(1, width) / 2];
  const middle = (from + to) / 2;
  return `M${from},${y0 - half}C${middle},${y0 - half} ${middle},${y1 - half} ${to},${y1 - half}V${y1 + half}C${middle},${y1 + half} ${middle},${y0 + half} ${from},${y0 + half}Z`;
}

function NodeLabel({ node, width }) {
  const left = node.column === 0;
  const x = left ? node.x0 - 6 : node.x1 + 6;
  const room = left ? node.x0 - 8 : width - node.x1 - 8;
  const number = count(node.schools);
  const text = html`<text x=${x} y=${(node.y0 + node.y1) / 2} dy="0.35em" text-anchor=${left ? 'end' : 'start'}><title>${`${node.label}: ${many(node.schools, 'school')}`}</title>
    ${left ? `${short(node.label, room - number.length * 7 - 8)} ` : ''}<tspan font-weight="700">${number}</tspan>${left ? '' : ` ${short(node.label, room - number.length * 7 - 8)}`}</text>`;
  return node.body ? html`<a href=${viewAddress('body', { body: node.body })}>${text}</a>` : text;
}

const colourOf = (node) => (node.body ? bodyColour(node.body) : node.stays ? '#4477aa' : GREY);

function Sankey({ flows, label, body }) {
  const [ref, width] = useWidth(320);
  const height = Math.max(180, TOP + ROW * (Math.max(flows.came.shown.length, flows.went.shown.length + (flows.still ? 1 : 0)) + 1));
  const drawn = useMemo(() => width && layout(flows, label, width, height), [flows, width]);
  return html`<div ref=${ref} class="chart flows">${drawn && html`<svg width=${width} height=${height} role="group" aria-label=${`From whom schools of ${label} came and to whom they went`}>
    ${drawn.nodes.filter((node, index, all) => all.findIndex((other) => other.column === node.column) === index).map((node) => html`
      <text class="column" x=${[node.x0 - 6, (node.x0 + node.x1) / 2, node.x1 + 6][node.column]} y="14" text-anchor=${['end', 'middle', 'start'][node.column]}>${['From', short(label, width * 0.4), 'To'][node.column]}</text>`)}
    <g>${drawn.links.map((link) => html`<path class="flow" d=${ribbon(link)} fill=${colourOf(link.source.id === 'body' ? link.target : link.source)}>
      <title>${link.source.id === 'body' ? `To ${link.target.label}` : `From ${link.source.label}`}: ${many(link.value, 'school')}</title></path>`)}</g>
    ${drawn.nodes.map((node) => html`<rect x=${node.x0} y=${node.y0} width=${node.x1 - node.x0} height=${Math.max(1, node.y1 - node.y0)} fill=${node.id === 'body' ? bodyColour(body) : colourOf(node)} />
      ${node.id === 'body' ? null : html`<${NodeLabel} node=${node} width=${width} />`}`)}</svg>`}</div>`;
}

const COLUMNS = [
  { key: 'direction', label: 'Direction' },
  { key: 'label', label: 'From or to', format: (text, row) => (row.body ? html`<a href=${viewAddress('body', { body: row.body })}>${text}</a>` : text) },
  { key: 'schools', label: 'Schools', numeric: true, format: count },
  { key: 'ways', label: 'How', value: (row) => row.ways.map(([way, schools]) => `${way.replaceAll('-', ' ')} ${schools}`).join(', ') },
];

const top = (groups) => list(groups.filter((each) => each.body).slice(0, 3).map((each) => `${each.label} (${count(each.schools)})`));

export function BodyFlows({ members, label, body, asOf, release }) {
  const [whole, setWhole] = useState(false);
  const until = whole ? release.extractDate : asOf;
  const flows = useMemo(() => flowsOf(members, until), [members, until]);
  const rows = useMemo(() => [
    ...flows.came.groups.map((each) => ({ direction: 'from', ...each })), ...flows.went.groups.map((each) => ({ direction: 'to', ...each })),
  ], [flows]);
  const [givers, takers] = [top(flows.came.groups), top(flows.went.groups)];
  return html`<${Figure} wide title=${`From whom the schools of ${label} came and to whom they went, up to ${day(until)}`} table=${{ columns: COLUMNS, rows }}
    summary=${`${many(flows.arrived, 'arrival')}${givers ? `, most from ${givers}` : ''}; ${many(flows.departed, 'departure')}${takers ? `, most to ${takers}` : ''}; ${count(flows.still)} still in it.`}>
    <div class="choices" role="group" aria-label="Time">
      <button type="button" aria-pressed=${!whole} onClick=${() => setWhole(false)}>Up to the day</button>
      <button type="button" aria-pressed=${whole} onClick=${() => setWhole(true)}>Its whole time</button></div>
    ${flows.arrived ? html`<${Sankey} flows=${flows} label=${label} body=${body} />` : html`<p class="state empty">No school had come to it by ${day(until)}.</p>`}<//>`;
}
