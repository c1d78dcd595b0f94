// The network of an area: schools, and what ties them together.
import { html, useEffect, useMemo } from '../lib.js';
import { url, useAnswer } from '../ask/api.js';
import { EVERYWHERE, useAreaName } from '../ask/areas.js';
import { areaParameter, schoolParameters } from '../choose/filters.js';
import { useRested } from '../choose/rested.js';
import { choose } from '../choose/state.js';
import { Figure } from '../show/figure.js';
import { LineChart } from '../show/charts.js';
import { Country } from './country.js';
import { Finder } from './finder.js';
import { around, LAYERS, NetworkGraph, there } from './graph.js';
import { addressOf, NODE_COLUMNS } from './nodes.js';
import { colouredBySector, governors, sectorLegend, sectorOfKind } from './governors.js';
import { FEW, bodyColour } from '../show/palette.js';
import { dayOf } from '../ask/release.js';
import { kindOf, useCatalogue } from '../ask/series.js';
import { Empty, Failed, settled } from '../show/states.js';
import { count, day as written, formatOf, many, name, spaced } from '../show/words.js';

const STANDARD = ['governance', 'federation', 'alliance', 'group', 'pairing', 'support', 'sponsor'];
/** What is drawn; without a choice, trusts and authorities where schools are too many to be told apart. */
const MODES = { 'two-mode': 'Schools and bodies', 'one-mode': 'Schools only', trusts: 'Trusts and authorities' };
const COLOURS = { sector: 'sector', body: 'who governs', community: 'community' };
const FORMATS = { cytoscape: 'Cytoscape.js', graphology: 'graphology', d3: 'D3', jgf: 'JSON Graph', graphml: 'GraphML', gexf: 'GEXF', geojson: 'GeoJSON', 'nodes-csv': 'Nodes CSV', 'edges-csv': 'Edges CSV' };
const MEASURES = ['components', 'giantShare', 'density', 'fragmentation'];
/** An area of so many schools makes a picture that can be read. */
const READABLE = 130;

/** The area of the address; without one, an authority of readable size is put there. */
function useArea(choices) {
  const sizes = useAnswer(choices.area ? null : '/v1/structure', { measure: 'schools' });
  useEffect(() => {
    const rows = sizes.data?.rows;
    if (choices.area || !rows?.length) return;
    const far = (row) => Math.abs(row.schools - READABLE);
    choose({ area: rows.reduce((best, row) => (far(row) < far(best) ? row : best)).area.id }, 'replace');
  }, [sizes, choices.area]);
  return choices.area ? { status: 'ready', area: areaParameter(choices) } : sizes;
}

/** Communities on a day, asked for once the time has come to rest. */
function useCommunities(parameters, day, wanted) {
  const rested = useRested(day);
  const answer = useAnswer(wanted ? '/v1/communities' : null, { ...parameters, asOf: rested, shape: 'members' });
  return useMemo(() => (answer.data ? { day: answer.meta.asOf, summary: answer.data, of: new Map(answer.data.rows.map((row) => [row.school.id, row.community])) } : null), [answer]);
}

function Controls({ choices, layers, mode, colour }) {
  const toggle = (layer) => {
    const next = layers.includes(layer) ? layers.filter((each) => each !== layer) : [...layers, layer];
    if (next.length) choose({ layers: next.join(',') === STANDARD.join(',') ? null : Object.keys(LAYERS).filter((each) => next.includes(each)).join(',') });
  };
  return html`<form class="filters inside" onSubmit=${(event) => event.preventDefault()}>
    ${mode !== 'trusts' && html`<fieldset><legend>Layers</legend>${Object.entries(LAYERS).map(([layer, { label, color, dash }]) => html`<label class="tick"><input type="checkbox" checked=${layers.includes(layer)} onChange=${() => toggle(layer)} />
      <svg width="22" height="8" aria-hidden="true"><line x2="22" y1="4" y2="4" stroke=${color} stroke-width="3" stroke-dasharray=${dash ?? null} /></svg>${label}</label>`)}</fieldset>`}
    <div class="choice"><label for="mode">Drawn</label><select id="mode" value=${mode} onChange=${(event) => choose({ mode: event.target.value })}>
      ${Object.entries(MODES).map(([word, label]) => html`<option value=${word}>${label}</option>`)}</select></div>
    <div class="choice"><label for="colour">Colour</label><select id="colour" value=${colour} onChange=${(event) => choose({ colour: event.target.value === 'sector' ? null : event.target.value })}>
      ${Object.entries(COLOURS).filter(([word]) => mode !== 'trusts' || word !== 'community').map(([word, label]) => html`<option value=${word}>${label}</option>`)}</select></div></form>`;
}

function Selected({ node, graph, nodes, day }) {
  const near = [...around(node.id, graph.edges, day)].filter((id) => id !== node.id).map((id) => nodes.get(id)).filter(Boolean)
    .sort((a, b) => a.label.localeCompare(b.label));
  return html`<section class="card" aria-live="polite"><h2><a href=${addressOf(node)}>${name(node.label)}</a></h2>
    <p class="summary">${spaced(node.kind)}; tied to ${count(near.length)} here on ${written(day)}.</p>
    <ul class="plain scrolling">${near.map((each) => html`<li><a href=${addressOf(each)}>${name(each.label)}</a> <small>${each.kind === 'School' ? each.phase : spaced(each.kind)}</small>
      <button type="button" class="small" aria-label=${`Look at ${name(each.label)} in the network`} onClick=${() => choose({ node: each.id }, 'replace')}>◎</button></li>`)}</ul></section>`;
}

function Downloads({ parameters, day, release }) {
  return html`<details class="card"><summary>Download this network</summary>
    <p class="summary">As of ${written(day)}, whole, in the form your library reads:</p>
    <p class="tools">${Object.entries(FORMATS).map(([format, label]) => html`<a class="button" target="_self" download href=${url('/v1/graph', { ...parameters, asOf: day, full: true, format })}>${label}</a>`)}</p>
    <p class="summary">Through all time, with the days of every node and tie:</p>
    <p class="tools">${['gexf', 'cytoscape', 'd3', 'graphology', 'edges-csv'].map((format) => html`<a class="button" target="_self" download
      href=${url('/v1/graph/evolution', { ...parameters, from: release.since, to: release.extractDate, full: true, format })}>${FORMATS[format]}</a>`)}</p></details>`;
}

/** Measures of the network at the beginning of each year. */
function Measures({ parameters, area, day, release }) {
  const { mode: _, ...own } = parameters;
  const answer = useAnswer('/v1/network/series', { ...own, ...(area ? { by: kindOf(area) } : { by: 'country' }), from: release.since, to: release.extractDate, step: 'year', measure: MEASURES });
  const catalogue = useCatalogue('network');
  return settled([answer], 'the measures of the network', ({ data, links }) => html`<div class="grid">${MEASURES.map((measure) => {
    const line = data.series.find((each) => each.measure === measure && (!area || each.area.id === area));
    if (!line || line.values.every((value) => value === null)) return null;
    const { title = measure, unit, reading } = catalogue[measure] ?? {};
    const format = formatOf(unit);
    const last = data.dates.findLastIndex((each) => each <= day);
    return html`<${Figure} key=${measure} title=${title} csv=${links.csv} summary=${`${written(data.dates[Math.max(0, last)])}: ${format(line.values[Math.max(0, last)])}. Higher: ${reading ?? ''}.`}
      table=${{ columns: [{ key: 'date', label: 'Day', format: written }, { key: 'value', label: title, numeric: true, format }], rows: data.dates.map((date, i) => ({ date, value: line.values[i] })) }}>
      <${LineChart} dates=${data.dates} series=${[{ key: measure, label: title, color: FEW[0], values: line.values }]} day=${day} format=${format} height=${150} onPick=${(asOf) => choose({ asOf })} label=${`${title} through time`} /><//>`;
  })}</div>`);
}

function Drawn({ answer, parameters, choices, release, day, area, place }) {
  const graph = answer.data;
  const colour = COLOURS[choices.colour] ? choices.colour : 'sector';
  const nodes = useMemo(() => new Map(graph.nodes.map((node) => [node.id, node])), [graph]);
  const { mode: _, ...plain } = parameters;
  const communities = useCommunities(plain, day, colour === 'community');
  const governed = useMemo(() => governors(graph, day), [graph, day]);
  const colourOf = useMemo(() => (node) => {
    const own = governed.get(node.id);
    if (colour === 'community') return node.kind !== 'School' ? '#8a97a3' : FEW[(communities?.of.get(node.id) ?? 7) % FEW.length];
    if (colour === 'body') return node.kind === 'School' ? bodyColour(own?.body, own?.sector ?? node.sector) : bodyColour(node.id, sectorOfKind(node.kind));
    return colouredBySector(governed)(node);
  }, [governed, colour, communities]);
  const shown = useMemo(() => graph.nodes.filter((node) => there(node.spells, day)), [graph, day]);
  const ties = useMemo(() => graph.edges.filter((edge) => there(edge.spells, day)), [graph, day]);
  const selected = nodes.get(choices.node);
  const schools = shown.filter((node) => node.kind === 'School').length;
  const degree = useMemo(() => {
    const of = new Map();
    for (const edge of ties) for (const end of [edge.source, edge.target]) of.set(end, (of.get(end) ?? 0) + 1);
    return of;
  }, [ties]);
  const table = {
    columns: [
      ...NODE_COLUMNS,
      { key: 'ties', label: 'Ties', numeric: true, value: (node) => degree.get(node.id) ?? 0, format: count },
    ],
    rows: shown,
  };
  const title = `Network of ${place}, ${written(day)}`;
  return html`
    ${answer.meta.truncated && html`<p class="notice">The whole has ${count(answer.meta.allNodes)} nodes and ${count(answer.meta.allEdges)} ties, too many to be told apart. What is drawn are the bodies with most schools. Choose a smaller area or fewer layers, draw trusts and authorities, or download it whole below.</p>`}
    <div class="overview drawn-large"><div>
      <${Figure} title=${title} table=${table} pictureFirst legend=${colour === 'sector' ? sectorLegend(shown, governed) : []}
        summary=${`${many(schools, 'school')} and ${many(shown.length - schools, 'body', 'bodies')} with ${many(ties.length, 'tie')}.${communities && colour === 'community' ? ` ${count(communities.summary.communities)} communities on ${written(communities.day)}; agreement with who governs ${communities.summary.bodyAgreement?.toFixed(2) ?? '–'}, with authorities ${communities.summary.authorityAgreement?.toFixed(2) ?? '–'} (adjusted Rand index).` : ''} Hover or choose a node to see its neighbours.`}>
        ${shown.length ? html`<${NetworkGraph} graph=${graph} day=${day} colourOf=${colourOf} selected=${selected?.id ?? null} onSelect=${(id) => choose({ node: id }, 'replace')} label=${`${title}. The same as a table is behind the button Table.`} />`
          : html`<${Empty}>There was no school here on ${written(day)}.<//>`}
      <//></div>
      <div class="beside">
        <${Finder} nodes=${graph.nodes} selected=${selected} />
        ${selected ? html`<${Selected} node=${selected} graph=${graph} nodes=${nodes} day=${day} />`
          : choices.node && html`<p class="notice">“${choices.node}” is not in this network.</p>`}
        <${Downloads} parameters=${parameters} day=${day} release=${release} />
        <${Measures} parameters=${plain} area=${area} day=${day} release=${release} />
      </div></div>`;
}

export default function NetworkView({ choices, release }) {
  const day = dayOf(choices, release);
  const { area, status, problem } = useArea(choices);
  const layers = choices.layers ? choices.layers.split(',').filter((layer) => LAYERS[layer]) : STANDARD;
  const chosen = MODES[choices.mode] ? choices.mode : null;
  const parameters = { area, layers, mode: chosen === 'one-mode' ? chosen : null, ...schoolParameters(choices) };
  const ready = status === 'ready' && layers.length > 0 && chosen !== 'trusts';
  const answer = useAnswer(ready ? '/v1/graph/evolution' : null, { ...parameters, from: release.since, to: release.extractDate });
  const mode = chosen ?? (answer.meta?.truncated ? 'trusts' : 'two-mode');
  const colour = COLOURS[choices.colour] ? choices.colour : 'sector';
  const place = useAreaName(area ?? EVERYWHERE);
  return html`
    <${Controls} choices=${choices} layers=${layers} mode=${mode} colour=${colour} />
    ${problem ? html`<${Failed} problem=${problem} />`
      : mode === 'trusts' && status === 'ready' ? html`<${Country} choices=${choices} release=${release} area=${area} day=${day} colour=${colour} place=${place}>
        <${Downloads} parameters=${parameters} day=${day} release=${release} />
        <${Measures} parameters=${{ area, ...schoolParameters(choices) }} area=${area} day=${day} release=${release} /><//>`
      : settled([answer], 'the network through all time', () => html`<${Drawn} answer=${answer} parameters=${parameters} choices=${choices} release=${release} day=${day} area=${area} place=${place} />`)}`;
}
