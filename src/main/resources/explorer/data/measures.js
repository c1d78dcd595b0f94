// The catalogue of measures: what each is, how to read it, and where it is asked for.
import { html, useMemo } from '../lib.js';
import { useAnswer } from '../ask/api.js';
import { choose, viewAddress } from '../choose/state.js';
import { Scripts } from './scripts.js';
import { File } from '../show/file.js';
import { settled } from '../show/states.js';
import { defined, many, number, spaced } from '../show/words.js';

/** Families whose measures the view Compare can show. */
const COMPARED = new Set(['composition', 'trust-sizes', 'fragmentation']);

function found(rows, words, family) {
  const all = words.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const text = [row.id, row.title, row.family, row.formula, row.reading, row.caveat, row.source].join(' ').toLowerCase();
    return (!family || row.family === family) && all.every((word) => text.includes(word));
  });
}

function range({ min, max }) {
  if (!defined(min) && !defined(max)) return '';
  return defined(max) ? `, from ${number(min)} to ${number(max)}` : `, from ${number(min)} up`;
}

function Measure({ row }) {
  return html`<article class="card measure" id=${`measure-${row.id}`} data-measure=${row.id}>
    <h3>${row.title} <code>${row.id}</code></h3>
    <p class="formula">${row.formula}</p>
    <dl class="facts"><dt>Unit</dt><dd>${row.unit}${range(row)}</dd>
      ${row.reading && html`<dt>Higher means</dt><dd>${row.reading}</dd>`}
      ${row.caveat && html`<dt>Caveat</dt><dd>${row.caveat}</dd>`}
      ${row.source && html`<dt>Source</dt><dd>${row.source}</dd>`}</dl>
    <p class="tools">${COMPARED.has(row.family) && html`<a class="button" href=${viewAddress('compare', { measure: row.id })} aria-label=${`Compare areas by ${row.title}`}>Compare areas</a>`}
      <a class="button" href=${row.endpoint} target="_self" aria-label=${`Ask for it: ${row.title}`}>Ask for it</a>
      <${Scripts} cypher=${row.cypher} source=${`measure:${row.id}`} of=${row.title} /></p></article>`;
}

function Catalogue({ rows, choices }) {
  const words = choices.q ?? '';
  const families = useMemo(() => [...new Set(rows.map((row) => row.family))], [rows]);
  const shown = useMemo(() => found(rows, words, choices.family), [rows, words, choices.family]);
  return html`<section class="catalogue">
    <form class="filters" aria-label="Measures shown" onSubmit=${(event) => event.preventDefault()}>
      <div class="choice"><label for="q">Search</label><input id="q" type="search" value=${words}
        onInput=${(event) => choose({ q: event.target.value }, 'settle')} /></div>
      <div class="choice"><label for="family">Family</label><select id="family" value=${choices.family ?? ''} onChange=${(event) => choose({ family: event.target.value })}>
        <option value="">All families</option>${families.map((family) => html`<option value=${family}>${spaced(family)}</option>`)}</select></div>
      <p class="summary" role="status">${shown.length === rows.length ? many(rows.length, 'measure') : `${shown.length} of ${many(rows.length, 'measure')}`}</p>
      <${File} label="CSV" href="/v1/measures?format=csv" /></form>
    <p class="summary">Schools i = 1…n of an area, open on the day; weight w, 1 or pupils; bodies b that govern them, with shares s of them. What is undefined is shown as –, never as 0.</p>
    ${families.map((family) => {
      const own = shown.filter((row) => row.family === family);
      return own.length > 0 && html`<section key=${family}><h2>${spaced(family)}</h2><div class="definitions">${own.map((row) => html`<${Measure} key=${row.id} row=${row} />`)}</div></section>`;
    })}
    ${shown.length === 0 && html`<p class="state empty">No measure has these words. Fewer words, or another family, may find one.</p>`}</section>`;
}

export function Measures({ choices }) {
  const answer = useAnswer('/v1/measures');
  return settled([answer], 'the measures', ({ data }) => html`<${Catalogue} rows=${data.rows} choices=${choices} />`);
}
