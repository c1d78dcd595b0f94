// The network of an area too large for its schools to be told apart: trusts and the authorities they have schools in.
import { d3, html, useMemo } from '../lib.js';
import { url } from '../ask/api.js';
import { usePatchwork } from '../ask/patchwork.js';
import { schoolParameters } from '../choose/filters.js';
import { choose, viewAddress } from '../choose/state.js';
import { Figure } from '../show/figure.js';
import { bodyColour, kindColour } from '../show/palette.js';
import { Empty, settled } from '../show/states.js';
import { count, day as written, many, spaced } from '../show/words.js';
import { AcrossPicture, bodiesAndAreas, tiedTo, tiesOn } from './across.js';
import { Finder } from './finder.js';
import { addressOf } from './nodes.js';

const KINDS = ['LocalAuthority', 'MultiAcademyTrust', 'SingleAcademyTrust'];

const COLUMNS = [
  { key: 'trust', label: 'Trust', value: (row) => row.trust.label, format: (text, row) => html`<a href=${addressOf(row.trust)}>${text}</a>` },
  { key: 'area', label: 'Authority', value: (row) => row.area.label, format: (text, row) => html`<a href=${viewAddress('area', { area: row.area.id })}>${text}</a>` },
  { key: 'schools', label: 'Schools', numeric: true, format: count },
];

function summaryOf({ ties, sizes }) {
  const reach = d3.rollups(ties, (own) => own.length, (tie) => tie.trust).sort((a, b) => b[1] - a[1]);
  if (!reach.length) return 'No trust ran a school here.';
  const single = reach.filter(([, areas]) => areas === 1).length;
  const [widest, areas] = reach[0];
  return `${many(reach.length, 'trust')} in ${many(sizes.size - reach.length, 'authority', 'authorities')}, ${many(ties.length, 'tie')}: a trust is tied to each authority it has schools in. ${many(single, 'trust')} in one authority only; ${widest.label} in ${many(areas, 'authority', 'authorities')}. Each stands in the middle of all schools it ever had. Hover or choose one to see its ties.`;
}

function Selected({ node, ties, day }) {
  const near = tiedTo(node, ties);
  return html`<section class="card" aria-live="polite"><h2><a href=${addressOf(node)}>${node.label}</a></h2>
    <p class="summary">${spaced(node.kind)}; ${many(d3.sum(near, (each) => each.schools), 'school')} of ${many(near.length, node.kind === 'LocalAuthority' ? 'trust' : 'authority', node.kind === 'LocalAuthority' ? 'trusts' : 'authorities')} on ${written(day)}.</p>
    <ul class="plain scrolling">${near.map(({ node: other, schools }) => html`<li><a href=${addressOf(other)}>${other.label}</a> <small>${many(schools, 'school')}</small>
      <button type="button" class="small" aria-label=${`Look at ${other.label} in the network`} onClick=${() => choose({ node: other.id }, 'replace')}>◎</button></li>`)}</ul></section>`;
}

function Drawn({ data, area, day, colour, choices, place, children }) {
  const network = useMemo(() => bodiesAndAreas(data), [data]);
  const state = useMemo(() => tiesOn(data, network, day), [data, network, day]);
  const colourOf = useMemo(() => (node) => (colour === 'body' && node.kind !== 'LocalAuthority' ? bodyColour(node.id) : kindColour(node.kind)), [colour]);
  const selected = network.nodes.find((node) => node.id === choices.node) ?? null;
  const title = `Trusts and authorities of ${place}, ${written(day)}`;
  const legend = colour === 'body' ? [] : KINDS.map((kind) => ({ label: spaced(kind), color: kindColour(kind), round: kind !== 'LocalAuthority' }));
  return html`<div class="overview drawn-large"><div>
      <${Figure} title=${title} pictureFirst legend=${legend} summary=${summaryOf(state)} table=${{ columns: COLUMNS, rows: state.ties }}
        csv=${url('/v1/overlap', { asOf: day, area, ...schoolParameters(choices), format: 'csv' })}>
        ${state.ties.length ? html`<${AcrossPicture} network=${network} state=${state} day=${day} colourOf=${colourOf} selected=${selected}
          onSelect=${(id) => choose({ node: id }, 'replace')} label=${`${title}. The same as a table is behind the button Table.`} />`
          : html`<${Empty}>No trust ran a school here on ${written(day)}.<//>`}<//></div>
    <div class="beside">
      <${Finder} nodes=${network.nodes} selected=${selected} />
      ${selected ? html`<${Selected} node=${selected} ties=${state.ties} day=${day} />`
        : choices.node && html`<p class="notice">“${choices.node}” is neither a trust nor an authority of ${place}.</p>`}
      ${children}</div></div>`;
}

/** @param area its id, null for everywhere */
export function Country({ choices, release, area, ...others }) {
  const patchwork = usePatchwork({ from: release.since, area, ...schoolParameters(choices) });
  return settled([patchwork], 'who ran which school', ({ data }) => html`<${Drawn} data=${data} area=${area} choices=${choices} ...${others} />`);
}
