// The library of saved queries: searched by words and tag.
import { html, useMemo } from '../lib.js';
import { useAnswer } from '../ask/api.js';
import { choose, viewAddress } from '../choose/state.js';
import { settled } from '../show/states.js';
import { many } from '../show/words.js';

/** The library as the server has it, searched in the page: it is small, and every letter would be a question. */
export function useLibrary() {
  return useAnswer('/v1/queries');
}

function found(rows, words, tag) {
  const all = words.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const text = [row.name, row.title, row.description, ...row.tags].join(' ').toLowerCase();
    return (!tag || row.tags.includes(tag)) && all.every((word) => text.includes(word));
  });
}

function tagsOf(rows) {
  const counts = new Map();
  for (const tag of rows.flatMap((row) => row.tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || a.localeCompare(b));
}

function Broken({ files }) {
  return html`<details class="broken"><summary>${many(files.length, 'file')} that cannot be read as a query</summary>
    <ul>${files.map((each) => html`<li><code>${each.file}</code>, line ${each.line}: ${each.problem}</li>`)}</ul></details>`;
}

function Found({ rows, broken, choices }) {
  const words = choices.q ?? '';
  const tags = useMemo(() => tagsOf(rows), [rows]);
  const shown = useMemo(() => found(rows, words, choices.tag), [rows, words, choices.tag]);
  return html`
    <p class="search-in"><label for="q">Search the library</label>
      <input id="q" type="search" value=${words} onInput=${(event) => choose({ q: event.target.value }, 'settle')} /></p>
    <p class="search-in"><label for="tag">Subject</label>
      <select id="tag" value=${choices.tag ?? ''} onChange=${(event) => choose({ tag: event.target.value })}>
        <option value="">All subjects</option>${tags.map(([tag, count]) => html`<option value=${tag}>${tag} (${count})</option>`)}</select></p>
    <p class="summary" role="status">${shown.length === rows.length ? many(rows.length, 'question') : `${shown.length} of ${many(rows.length, 'question')}`}</p>
    <ul class="library-list">${shown.map((row) => html`<li key=${row.name}>
      <a href=${viewAddress('queries', { query: row.name, q: choices.q, tag: choices.tag })} aria-current=${choices.query === row.name ? 'true' : null}>${row.title}</a></li>`)}</ul>
    ${shown.length === 0 && html`<p class="state empty">No question has these words. Fewer words, or another subject, may find one.</p>`}
    ${broken.length > 0 && html`<${Broken} files=${broken} />`}`;
}

export function Library({ choices, answer }) {
  const chosen = Boolean(choices.query);
  return html`<section class="library card" aria-label="Library">
    <p><a class="button" href=${viewAddress('queries', { query: 'own', q: choices.q, tag: choices.tag })} aria-current=${choices.query === 'own' ? 'true' : null}>Write your own</a></p>
    <details open=${!chosen || !matchMedia('(max-width: 800px)').matches}><summary>The library</summary>
      ${settled([answer], 'the library', ({ data }) => html`<${Found} rows=${data.rows} broken=${data.broken ?? []} choices=${choices} />`)}
    </details></section>`;
}
