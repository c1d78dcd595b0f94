// What ties the schools of an area together, where there are few enough to be told apart.
import { html, useMemo } from '../lib.js';
import { useAnswer } from '../ask/api.js';
import { areaParameter, schoolParameters } from '../choose/filters.js';
import { choose, viewAddress } from '../choose/state.js';
import { NetworkGraph, there } from '../network/graph.js';
import { addressOf, NODE_COLUMNS } from '../network/nodes.js';
import { colouredBySector, governors, sectorLegend } from '../network/governors.js';
import { Figure } from '../show/figure.js';
import { Empty, settled } from '../show/states.js';
import { count, day, many, name } from '../show/words.js';

/** Areas that never had more schools than this have a network that can be read beside all else. */
const READABLE = 450;

function Drawn({ graph, area, asOf, selected }) {
  const governed = useMemo(() => governors(graph, asOf), [graph, asOf]);
  const colourOf = useMemo(() => colouredBySector(governed), [governed]);
  const shown = useMemo(() => graph.nodes.filter((node) => there(node.spells, asOf)), [graph, asOf]);
  const ties = graph.edges.filter((edge) => there(edge.spells, asOf)).length;
  const schools = shown.filter((node) => node.kind === 'School').length;
  const title = `Network of ${area.name}, ${day(asOf)}`;
  const node = shown.find((each) => each.id === selected);
  return html`<${Figure} wide title=${title} pictureFirst legend=${sectorLegend(shown, governed)} table=${{ columns: NODE_COLUMNS, rows: shown }}
      summary=${html`${many(schools, 'school')} and ${many(shown.length - schools, 'body', 'bodies')} with ${many(ties, 'tie')}. ${node
        ? html`Chosen: <a href=${addressOf(node)}>${name(node.label)}</a>.` : 'Hover or choose a node to see what it is tied to.'}
        ${' '}<a href=${viewAddress('network', { area: area.id, node: node?.id })}>Layers, measures and downloads of this network</a>.`}>
    ${shown.length ? html`<${NetworkGraph} graph=${graph} day=${asOf} colourOf=${colourOf} selected=${node?.id ?? null} onSelect=${(id) => choose({ node: id }, 'replace')}
      label=${`${title}. The same as a table is behind the button Table.`} />` : html`<${Empty}>There was no school here on ${day(asOf)}.<//>`}<//>`;
}

export function AreaNetwork({ choices, release, area, series }) {
  const most = Math.max(...series.values.schools.map((schools) => schools ?? 0));
  const readable = most <= READABLE;
  const answer = useAnswer(readable ? '/v1/graph/evolution' : null,
    { area: areaParameter(choices), ...schoolParameters(choices), from: release.since, to: release.extractDate });
  if (!readable) {
    return html`<section class="card wide"><h2>Network of ${area.name}</h2><p class="summary">It had up to ${count(most)} schools, too many to be told apart here.
      <a href=${viewAddress('network', { area: area.id })}>Its network</a> shows trusts and the authorities they have schools in, and can be downloaded whole.</p></section>`;
  }
  return settled([answer], 'the network', ({ data }) => html`<${Drawn} graph=${data} area=${area} asOf=${series.asOf} selected=${choices.node} />`);
}
