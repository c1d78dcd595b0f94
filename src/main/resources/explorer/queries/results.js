// The answer to a query, saved or written: as table, graph, map or plan, with its size and its downloads.
import { html, useEffect, useState } from '../lib.js';
import { choose } from '../choose/state.js';
import { Failed, Loading } from '../show/states.js';
import { File } from '../show/file.js';
import { ResultGraph } from './results-graph.js';
import { ResultMap, mayHavePlaces, placesOf } from './results-map.js';
import { ResultPlan, operators } from './results-plan.js';
import { ResultTable, columnsOf } from './results-table.js';
import { count, many } from '../show/words.js';

/** Rows asked for at a time. */
export const ROWS = 500;

const FILES = { csv: 'CSV', ndjson: 'NDJSON', json: 'JSON' };
const GRAPH_FILES = {
  'nodes-csv': 'Nodes, CSV', 'edges-csv': 'Edges, CSV', graphml: 'GraphML', gexf: 'GEXF', geojson: 'GeoJSON',
  cytoscape: 'Cytoscape.js', graphology: 'graphology', d3: 'd3-force', jgf: 'JSON Graph Format',
};
const WAYS = { table: 'Table', graph: 'Graph', map: 'Map', plan: 'Plan' };

/** Does something whenever `key` changes: `{status: 'idle'|'loading'|'ready'|'failed', value, problem}`. */
function useTask(key, task) {
  const [state, set] = useState({ status: 'idle' });
  useEffect(() => {
    if (!key) {
      set({ status: 'idle' });
      return undefined;
    }
    let wanted = true;
    set({ status: 'loading', key });
    task().then((value) => wanted && set({ status: 'ready', value, key }))
      .catch((trouble) => wanted && set({ status: 'failed', problem: trouble.problem ?? { title: String(trouble) }, key }));
    return () => { wanted = false; };
  }, [key]);
  return key && state.key !== key ? { status: 'loading' } : state;
}

/** Rows, page by page as they are asked for. */
function useRows(key, question) {
  const first = useTask(key, () => question.rows(null));
  const [more, setMore] = useState({ key: null, rows: [], next: null });
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState(null);
  useEffect(() => {
    setProblem(null);
    setAsking(false);
    if (first.status === 'ready') setMore({ key, rows: first.value.data, next: first.value.links.next, meta: first.value.meta });
  }, [first]);
  const ask = () => {
    setAsking(true);
    question.rows(more.next)
      .then(({ data, links }) => setMore((old) => (old.key === key ? { ...old, rows: [...old.rows, ...data], next: links.next } : old)))
      .catch((trouble) => setProblem(trouble.problem ?? { title: String(trouble) }))
      .finally(() => setAsking(false));
  };
  const ready = first.status === 'ready' && more.key === key;
  return ready ? { status: 'ready', ...more, more: ask, asking, moreProblem: problem } : { status: first.status === 'ready' ? 'loading' : first.status, problem: first.problem };
}

/** Whether values or declared types are such that a graph can be made of them. */
function hasNodes(columns) {
  return columns.some(({ type }) => /node|relationship|path/.test(type));
}

function looksLikeGraph(rows) {
  return rows.slice(0, 20).some((row) => Object.values(row).flat().some((value) => value?.labels || (value?.type && value?.start)));
}

/**
 * Asks what the way of showing it needs.
 *
 * @param question `{key, title, returns, rows(next), graph(), plan()}`; null: nothing is to be run yet
 * @param as table, graph, map or plan
 */
export function useOutcome(question, as) {
  const key = question?.key ?? null;
  const rows = useRows(as === 'plan' || (as === 'graph' && question?.returns) ? null : key, question);
  const graph = useTask(as === 'graph' ? key : null, () => question.graph());
  const plan = useTask(as === 'plan' ? key : null, () => question.plan());
  const current = as === 'plan' ? plan : as === 'graph' ? graph : rows;
  return { rows, graph, plan, current, problem: current.problem };
}

function said({ rows, graph, plan, current }, as) {
  if (current.status === 'loading') return 'Running …';
  if (current.status === 'failed') return `Not run: ${current.problem.title}.`;
  if (current.status === 'idle') return '';
  if (as === 'plan') return `The plan has ${many(operators(plan.value.plan), 'operator')}.`;
  if (as === 'graph') return `${many(graph.value.nodes.length, 'node')} and ${many(graph.value.links.length, 'tie')}.`;
  return rows.next ? `The first ${many(rows.rows.length, 'row')}; there are more.` : `${many(rows.rows.length, 'row')}, which is all.`;
}

function Ways({ ways, as }) {
  return html`<div class="ways" role="group" aria-label="Shown as">${ways.map((way) => html`
    <button type="button" aria-pressed=${way === as} onClick=${() => choose({ as: way })}>${WAYS[way]}</button>`)}</div>`;
}

function Downloads({ question, graph }) {
  const link = (format, label) => html`<li><${File} label=${label} ...${question.file(format)} /></li>`;
  return html`<section class="downloads"><h3>Downloads</h3>
    <ul>${Object.entries(FILES).map(([format, label]) => link(format, label))}</ul>
    <p class="summary">CSV and NDJSON hold all rows; JSON the first ${count(1000)}.</p>
    ${graph && html`<h3>As a graph</h3><ul>${Object.entries(GRAPH_FILES).map(([format, label]) => link(format, label))}</ul>`}</section>`;
}

function Shown({ question, outcome, as }) {
  const { rows, graph, plan, current } = outcome;
  if (current.status === 'failed' && question.fields?.includes(current.problem.parameter)) return html`<p class="state empty">There is no answer yet: see the form above.</p>`;
  if (current.status === 'failed') return html`<${Failed} problem=${current.problem} />`;
  if (current.status === 'loading') return html`<${Loading} what="the answer" />`;
  if (as === 'plan') return html`<${ResultPlan} plan=${plan.value} />`;
  if (as === 'graph') {
    return html`<${ResultGraph} answer=${graph.value} title=${question.title}
      links=${Object.entries(GRAPH_FILES).map(([format, label]) => ({ label, ...question.file(format) }))} />`;
  }
  if (rows.rows.length === 0) return html`<p class="state empty">There are no rows. Other values may find some.</p>`;
  return html`${as === 'map' ? html`<${ResultMap} rows=${rows.rows} title=${question.title} returns=${question.returns} />`
    : html`<section class="card wide"><${ResultTable} returns=${question.returns} rows=${rows.rows} own=${question.own} caption=${question.title} /></section>`}
    ${rows.next && html`<p class="more"><button type="button" disabled=${rows.asking} onClick=${rows.more}>${rows.asking ? 'Asking …' : 'More rows'}</button></p>`}
    ${rows.moreProblem && html`<${Failed} problem=${rows.moreProblem} />`}`;
}

/** The ways in which an answer can be shown; those that only its rows can tell, once they are there. */
function waysOf(question, outcome) {
  const rows = outcome.rows.rows ?? [];
  const columns = question.returns ?? columnsOf(null, rows);
  const graph = hasNodes(columns) || looksLikeGraph(rows);
  const map = question.returns ? mayHavePlaces(question.returns) && !(rows.length && placesOf(rows.slice(0, 50)).length === 0) : placesOf(rows.slice(0, 50)).length > 0;
  return { graph, map };
}

export function Results({ question, outcome, as }) {
  const can = waysOf(question, outcome);
  const ways = Object.keys(WAYS).filter((way) => (way !== 'graph' && way !== 'map') || can[way] || way === as);
  return html`<section class="results" aria-label="Answer">
    <div class="results-top"><${Ways} ways=${ways} as=${as} /><p class="outcome" role="status">${said(outcome, as)}</p></div>
    <div class="results-shown" aria-busy=${outcome.current.status === 'loading'}><${Shown} question=${question} outcome=${outcome} as=${as} /></div>
    ${outcome.current.status !== 'failed' && html`<${Downloads} question=${question} graph=${can.graph} />`}
  </section>`;
}
