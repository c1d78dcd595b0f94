// A saved query: what it asks, a form for its parameters, its answer, and how to ask it from elsewhere.
import { html, useMemo, useState } from '../lib.js';
import { ask, url, useAnswer } from '../ask/api.js';
import { choose, viewAddress } from '../choose/state.js';
import { Code } from './code.js';
import { CopyButton } from '../show/copy.js';
import { copyOf, editorAddress } from './cypher-text.js';
import { Form, valuesOf } from './form.js';
import { ROWS, Results, useOutcome } from './results.js';
import { settled } from '../show/states.js';
import { spaced } from '../show/words.js';

/** Limits of formats whose answers come in pages. */
const LIMITS = { json: 1000 };

const TOOLS = { curl: 'curl', python: 'Python', r: 'R' };

function questionOf(saved, values, turn) {
  const path = `/v1/queries/${saved.name}`;
  return {
    key: `${url(path, values)} ${turn}`,
    title: saved.title,
    fields: saved.parameters.map(({ name }) => name),
    returns: saved.returns?.length ? saved.returns : null,
    rows: (next) => (next ? ask(next) : ask(`${path}/results`, { ...values, limit: ROWS })),
    graph: () => ask(`${path}/results`, { ...values, format: 'd3' }),
    plan: () => ask(`${path}/plan`, values).then(({ data }) => data),
    file: (format) => ({ href: url(`${path}/results`, { ...values, limit: LIMITS[format], format }) }),
  };
}

/** Graphs are shown as such, unless told. */
function wayOf(choices, saved) {
  if (['table', 'graph', 'map', 'plan'].includes(choices.as)) return choices.as;
  return saved.returns?.some(({ type }) => /relationship|path/.test(type)) ? 'graph' : 'table';
}

function Calls({ saved, values }) {
  const address = location.origin + url(`/v1/queries/${saved.name}/results`, { ...values, format: 'csv' });
  return html`<section class="calls"><h3>From elsewhere</h3>${Object.entries(saved.calls).map(([tool, line]) => {
    const call = line.replace(/https?:\/\/[^'"\s]+/, () => address);
    return html`<div class="call"><h4>${TOOLS[tool] ?? tool}</h4><${CopyButton} text=${call} what=${`the lines for ${TOOLS[tool] ?? tool}`} /><pre tabindex="0" role="region" aria-label=${TOOLS[tool] ?? tool}>${call}</pre></div>`;
  })}</section>`;
}

function Columns({ returns }) {
  return html`<section><h3>Columns</h3><dl class="facts">${returns.map(({ name, type, nullable }) => html`
    <dt><code>${name}</code></dt><dd>${type}${nullable && ', or none'}</dd>`)}</dl></section>`;
}

function Text({ saved, values }) {
  const copy = copyOf(saved, values);
  return html`<section class="card wide"><h2>The query’s text</h2>
    <p class="tools"><${CopyButton} text=${saved.text} what="the query’s text" /> <a class="button" href=${editorAddress(copy, `query:${saved.name}`)}>Edit a copy</a></p>
    <${Code} key=${saved.name} text=${saved.text.trimEnd()} label="The query’s text" /></section>`;
}

/** What the form's values mean to the statement, ids whole and defaults filled in: from the answer if there is one. */
function meant(saved, values, outcome, release) {
  const told = outcome.rows.meta?.parameters ?? outcome.graph.value?.graph?.parameters;
  const defaults = Object.fromEntries(saved.parameters.map(({ name, type, default: preset }) => {
    const text = preset === 'release' ? release.extractDate : preset ?? null;
    const typed = text !== null && /^(integer|decimal)$/.test(type) ? Number(text) : type === 'boolean' && text !== null ? text === 'true' : text;
    return [name, typed];
  }));
  return { ...defaults, ...(told ?? values) };
}

function Known({ saved, choices, release }) {
  const known = JSON.stringify(valuesOf(saved, choices));
  const values = useMemo(() => JSON.parse(known), [known]);
  const [turn, setTurn] = useState(0);
  const complete = saved.parameters.every(({ name, required }) => !required || values[name]);
  const as = wayOf(choices, saved);
  const question = useMemo(() => (complete || turn ? questionOf(saved, values, turn) : null), [saved, values, turn, complete]);
  const outcome = useOutcome(question, as);
  const run = (draft) => {
    choose(Object.fromEntries(saved.parameters.map(({ name }) => [`p.${name}`, draft[name]])));
    setTurn((old) => old + 1);
  };
  const draft = Object.fromEntries(saved.parameters.map(({ name }) => [name, choices[`p.${name}`] ?? '']));
  return html`<article class="saved" data-query=${saved.name}>
    <header class="card wide"><h2>${saved.title}</h2><p>${saved.description}</p>
      <p class="summary">${saved.tags.map((tag, index) => html`${index > 0 && ' · '}<a href=${viewAddress('queries', { query: saved.name, tag })}>${spaced(tag)}</a>`)}${saved.source && html`. After ${saved.source}`}</p>
      <${Form} saved=${saved} values=${draft} release=${release} problem=${outcome.problem} onRun=${run} /></header>
    ${question ? html`<${Results} question=${question} outcome=${outcome} as=${as} />`
      : html`<p class="state empty">Fill in what is needed, then press Run.</p>`}
    <details class="card wide more-about" open><summary>Columns, and calls from elsewhere</summary>
      <div class="about-grid">${saved.returns?.length > 0 && html`<${Columns} returns=${saved.returns} />`}<${Calls} saved=${saved} values=${values} /></div></details>
    <${Text} saved=${saved} values=${meant(saved, values, outcome, release)} />
  </article>`;
}

export function Saved({ choices, release }) {
  const answer = useAnswer(`/v1/queries/${encodeURIComponent(choices.query)}`);
  return settled([answer], 'the query', ({ data }) => (data.name === choices.query ? html`<${Known} key=${data.name} saved=${data} choices=${choices} release=${release} />` : null));
}
