// Ready questions with a form, and Cypher of one's own.
import { html } from '../lib.js';
import { viewAddress } from '../choose/state.js';
import { Library, useLibrary } from './library.js';
import { Own } from './own.js';
import { Saved } from './saved.js';
import { many } from '../show/words.js';

/** Where to begin: one of each kind of answer. */
const FIRST = [
  ['trusts-by-size', 'a table'], ['fragmentation-by-authority', 'a table of measures'], ['academies-by-year', 'a series'],
  ['trust-graph', 'a graph, and a map'], ['lineage-graph', 'a graph of schools through time'], ['transfers-by-year', 'a series'],
];

function Beginning({ answer }) {
  const rows = answer.data?.rows ?? [];
  const known = FIRST.map(([query, what]) => [rows.find((row) => row.name === query), what]).filter(([row]) => row);
  return html`<section class="card wide"><h2>Choose a question</h2>
    <p>${rows.length > 0 && `The library has ${many(rows.length, 'question')}. `}Each opens with an answer; change what is asked in the form above it. Every answer can be taken
      away as a file, and asked for again from curl, Python or R. What the library does not ask, <a href=${viewAddress('queries', { query: 'own' })}>Cypher of your own</a> may.</p>
    ${known.length > 0 && html`<h3>Some to begin with</h3>
      <ul class="beginnings">${known.map(([row, what]) => html`<li><a href=${viewAddress('queries', { query: row.name })}>${row.title}</a><small>${what}</small></li>`)}</ul>`}</section>`;
}

export default function View({ choices, release }) {
  const answer = useLibrary();
  const { query } = choices;
  return html`<div class="queries">
    <${Library} choices=${choices} answer=${answer} />
    <div class="asked">${!query ? html`<${Beginning} answer=${answer} />`
      : query === 'own' ? html`<${Own} choices=${choices} release=${release} />`
      : html`<${Saved} choices=${choices} release=${release} />`}</div></div>`;
}
