// Cypher of one's own: an editor, parameters, and the answer. Nothing runs before it is told to.
import { html, useEffect, useMemo, useRef, useState } from '../lib.js';
import { ask, post, postForFile, url } from '../ask/api.js';
import { choose } from '../choose/state.js';
import { Code } from './code.js';
import { CopyButton } from '../show/copy.js';
import { asChoices, copyOf, scriptOf } from './cypher-text.js';
import { save } from '../show/figure.js';
import { ROWS, Results, useOutcome } from './results.js';
import { Failed } from '../show/states.js';

const KEPT = 'middle-tier-statements';
const MOST_KEPT = 10;
const ENDINGS = { csv: 'csv', ndjson: 'ndjson', json: 'json', 'nodes-csv': 'nodes.csv', 'edges-csv': 'edges.csv', graphml: 'graphml', gexf: 'gexf', geojson: 'geojson' };

function example(release) {
  return {
    statement: `// The ten trusts with the most schools on a day
MATCH (trust:MultiAcademyTrust)<-[g:GOVERNED_BY]-(school:School)
WHERE (g.from IS NULL OR g.from <= date($day)) AND (g.to IS NULL OR date($day) < g.to)
RETURN trust.id AS trustId, trust.name AS trust, count(school) AS schools
ORDER BY schools DESC, trustId
LIMIT 10`,
    parameters: JSON.stringify({ day: release.extractDate }),
  };
}

/** The statements last run; only this window's, and only while it is open. */
function remembered() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEPT));
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

function remember(written) {
  const kept = [written, ...remembered().filter((each) => each.statement !== written.statement || each.parameters !== written.parameters)].slice(0, MOST_KEPT);
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(kept));
  } catch { /* A browser that keeps nothing still runs statements. */ }
  return kept;
}

/** The statement that `measure:hhi:0`, `evidence:transfers-2018-19:0` or `query:trust-graph` stands for. */
async function found(source, release) {
  const [kind, id, place] = source.split(':');
  if (kind === 'query') {
    const { data } = await ask(`/v1/queries/${encodeURIComponent(id)}`);
    return copyOf(data, Object.fromEntries(data.parameters.map((each) => [each.name, each.default === 'release' ? release.extractDate : each.default])));
  }
  const { data } = await ask(kind === 'measure' ? '/v1/measures' : '/v1/evidence');
  const row = data.rows.find((each) => each.id === id);
  return row && scriptOf(row.cypher)[Number(place) || 0];
}

/**
 * What is in the editor: from the address, from what the address names, or an example; `arrived` counts what did not come of
 * writing. Letters can be faster than the page is drawn, so an address that was written here a moment ago is not news.
 */
function useWritten(choices, release) {
  const start = () => (choices.statement ? { statement: choices.statement, parameters: choices.parameters ?? '' } : choices.source ? { statement: '', parameters: '' } : example(release));
  const [written, set] = useState(() => ({ ...start(), arrived: 0 }));
  const now = useRef(written);
  const told = useRef([choices.statement]);
  const arrive = ({ statement, parameters }) => {
    now.current = { statement, parameters, arrived: now.current.arrived + 1 };
    set(now.current);
  };
  const write = (changes) => {
    now.current = { ...now.current, ...changes };
    const { statement, parameters } = now.current;
    const { value, problem } = parsed(parameters);
    const fit = asChoices({ statement, parameters: problem ? {} : value });
    told.current = [...told.current.slice(-20), fit?.statement];
    choose({ statement: fit?.statement ?? null, parameters: fit?.parameters ?? null, source: null }, 'settle');
    set(now.current);
  };
  useEffect(() => {
    if (choices.statement && !told.current.includes(choices.statement)) arrive({ statement: choices.statement, parameters: choices.parameters ?? '' });
  }, [choices.statement, choices.parameters]);
  useEffect(() => {
    if (!choices.source || choices.statement) return;
    found(choices.source, release).then((script) => script && arrive({ statement: script.statement, parameters: JSON.stringify(script.parameters) })).catch(() => {});
  }, [choices.source]);
  const pick = (kept) => {
    arrive(kept);
    write({});
  };
  return [written, write, pick];
}

function parsed(text) {
  if (!text.trim()) return { value: {} };
  try {
    const value = JSON.parse(text);
    return value && typeof value === 'object' && !Array.isArray(value) ? { value } : { problem: 'Parameters are a JSON object, such as {"day": "2020-01-01"}.' };
  } catch (e) {
    return { problem: `This is no JSON: ${e.message}` };
  }
}

function questionOf(written, parameters, turn) {
  const body = { statement: written.statement, parameters };
  return {
    key: `own ${turn}`,
    title: 'The answer to your statement',
    returns: null,
    own: true,
    rows: (next) => post(next ?? url('/v1/cypher', { limit: ROWS }), body),
    graph: () => post('/v1/cypher?format=d3', body),
    plan: () => post('/v1/cypher/plan', body).then(({ data }) => data),
    file: (format) => ({
      make: () => postForFile(url('/v1/cypher', { format, limit: format === 'json' ? 1000 : null }), body)
        .then((blob) => save(blob, blob.type, `statement.${ENDINGS[format] ?? `${format}.json`}`)),
    }),
  };
}

function Explained({ problem }) {
  if (problem?.type?.endsWith('#switched-off')) {
    return html`<div class="state failed" role="alert"><p><strong>This server runs saved queries only.</strong></p>
      <p>Statements of one’s own are off where a server listens to others, unless whoever runs it starts it with <code>--cypher=on</code>.
        The library is open all the same; and on your own computer, where it listens to nobody else, they are on.</p></div>`;
  }
  if (problem?.type?.endsWith('#forbidden-statement')) {
    return html`<div class="state failed" role="alert"><p><strong>${problem.title}</strong></p><p>${problem.detail}. The record is only read here.</p></div>`;
  }
  return html`<${Failed} problem=${problem} />`;
}

function History({ kept, onPick }) {
  if (!kept.length) return null;
  return html`<details class="history"><summary>Last statements (${kept.length})</summary>
    <ul>${kept.map((each) => html`<li><button type="button" onClick=${() => onPick(each)}><code>${each.statement.replace(/^\s*\/\/.*\n/gm, '').replace(/\s+/g, ' ').slice(0, 110)}</code></button></li>`)}</ul>
    <p class="summary">Kept in this window until it is closed, and nowhere else.</p></details>`;
}

function useRun(written, choices) {
  const [run, setRun] = useState(null);
  const [refused, setRefused] = useState('');
  const [kept, setKept] = useState(remembered);
  const start = (as) => {
    const parameters = parsed(written.parameters);
    setRefused(parameters.problem ?? (written.statement.trim() ? '' : 'There is no statement yet.'));
    if (parameters.problem || !written.statement.trim()) return;
    choose({ as }, 'replace');
    setKept(remember({ statement: written.statement, parameters: written.parameters }));
    setRun((old) => questionOf(written, parameters.value, (Number(old?.key.slice(4)) || 0) + 1));
  };
  const as = ['table', 'graph', 'map', 'plan'].includes(choices.as) ? choices.as : 'table';
  return { run, refused, kept, start, as };
}

export function Own({ choices, release }) {
  const [written, write, pick] = useWritten(choices, release);
  const { run, refused, kept, start, as } = useRun(written, choices);
  const outcome = useOutcome(run, as);
  const { problem } = outcome;
  const mark = useMemo(() => (problem?.line ? { line: problem.line, column: problem.column } : null), [problem]);
  const execute = () => start(as === 'plan' ? 'table' : as);
  const shared = asChoices({ statement: written.statement, parameters: parsed(written.parameters).value ?? {} });
  return html`<article class="own">
    <section class="card wide"><h2>A statement of your own</h2>
      <p id="editor-help" class="summary">Cypher that reads. Ctrl+Enter runs it. Tab indents; to leave the editor with the keyboard, press Esc, then Tab. Nothing is run before you say so.</p>
      <${Code} text=${written.statement} arrived=${written.arrived} label="Cypher statement" describedBy="editor-help" onInput=${(statement) => write({ statement })} onRun=${execute} mark=${mark} />
      <div class="field"><label for="own-parameters">Parameters, as JSON</label>
        <textarea id="own-parameters" rows="2" spellcheck="false" value=${written.parameters} placeholder='{"day": "2020-01-01"}' aria-describedby="own-parameters-help"
          onInput=${(event) => write({ parameters: event.target.value })} />
        <small id="own-parameters-help">JSON has no dates: write <code>date($day)</code> in the statement.</small></div>
      ${refused && html`<p class="refused" role="alert">${refused}</p>`}
      <p class="own-tools"><button type="button" class="primary" onClick=${execute}>Run</button>
        <button type="button" onClick=${() => start('plan')}>Plan only</button>
        <${CopyButton} text=${written.statement} what="the statement" />
        ${shared ? html`<${CopyButton} text=${location.href} what="a link to this statement" label="Copy link" />` : html`<span class="summary">Too long for a link.</span>`}</p>
      ${problem?.line && html`<p class="refused">Line ${problem.line}, column ${problem.column} is marked above.</p>`}
      <${History} kept=${kept} onPick=${pick} /></section>
    ${run && (problem ? html`<${Explained} problem=${problem} /><p class="hidden" role="status">Not run: ${problem.title}.</p>`
      : html`<${Results} question=${run} outcome=${outcome} as=${as} />`)}
  </article>`;
}
