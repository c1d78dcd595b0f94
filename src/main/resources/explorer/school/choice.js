// What stands in place of a school while none is chosen: a search, and some to begin with.
import { html, useEffect, useState } from '../lib.js';
import { useAnswer } from '../ask/api.js';
import { choose, viewAddress } from '../choose/state.js';
import { addMonths } from '../ask/release.js';
import { settled } from '../show/states.js';
import { Table } from '../show/table.js';
import { count, day, many, name, NONE } from '../show/words.js';

const FEW = 8;

const link = (text, row) => html`<a href=${viewAddress('school', { urn: row.urn })}>${text}</a>`;

const COLUMNS = [
  { key: 'name', label: 'School', format: link },
  { key: 'type', label: 'Type' },
  { key: 'town', label: 'Town' },
  { key: 'governedBy', label: 'Run by', value: (row) => row.governedBy && name(row.governedBy.name), format: (text, row) => (row.governedBy ? html`<a href=${viewAddress('body', { body: row.governedBy.id })}>${text}</a>` : row.open ? NONE : 'closed') },
  { key: 'pupils', label: 'Pupils', numeric: true, format: count },
];

function Found({ words, asOf }) {
  const answer = useAnswer('/v1/schools', { q: words, asOf, open: 'any', limit: 50 });
  return settled([answer], 'what is found', ({ data, meta }) => (data.length
    ? html`<p class="summary" role="status">${meta.truncated ? `The first ${count(data.length)}; more words narrow it down.` : `${many(data.length, 'school')} found.`}</p>
      <${Table} caption="Schools found" columns=${COLUMNS} rows=${data} rowKey=${(row) => row.urn} filter=${false} />`
    : html`<p class="state empty" role="status">No school has “${words}” in its name or town, or as its number.</p>`));
}

function Happened({ title, event, release }) {
  const answer = useAnswer('/v1/events', { event, from: addMonths(release.extractDate, -24), to: release.extractDate, limit: 1000 });
  return html`<section class="card"><h2>${title}</h2>${settled([answer], 'events', ({ data }) => {
    // Several schools made into one are told one by one.
    const latest = new Map(data.filter((row) => row.school).map((row) => [row.school.id, row]));
    const rows = [...latest.values()].slice(-FEW).reverse();
    return rows.length ? html`<ul class="plain">${rows.map((row) => html`<li><a href=${viewAddress('school', { urn: row.school.id.replace('school:', '') })}>${row.school.name}</a> <small>${row.observedAfter ? 'by ' : ''}${day(row.date)}${row.to ? html`, ${row.from ? `${name(row.from.name)} → ` : ''}${name(row.to.name)}` : ''}</small></li>`)}</ul>`
      : html`<p class="state empty">None in the last two years of the record.</p>`;
  })}</section>`;
}

function Largest({ release }) {
  const answer = useAnswer('/v1/schools', { sort: 'pupils', limit: FEW, asOf: release.extractDate, stateFunded: 'true' });
  return html`<section class="card"><h2>With most pupils</h2>${settled([answer], 'schools', ({ data }) => html`<ul class="plain">${data.map((row) => html`
    <li>${link(row.name, row)} <small>${many(row.pupils, 'pupil')}, ${row.area?.name ?? row.town ?? ''}</small></li>`)}</ul>`)}</section>`;
}

export function SchoolChoice({ choices, release }) {
  const [text, setText] = useState(choices.words ?? '');
  const words = (choices.words ?? '').trim();
  useEffect(() => {
    const timer = setTimeout(() => text !== (choices.words ?? '') && choose({ words: text }, 'replace'), 300);
    return () => clearTimeout(timer);
  }, [text]);
  return html`<section class="card" aria-label="Find a school"><h2>Find a school</h2>
      <form class="choices" onSubmit=${(event) => event.preventDefault()}><div class="choice"><label for="words">Name, town, URN or postcode</label>
        <input id="words" type="search" value=${text} onInput=${(event) => setText(event.target.value)} /></div></form>
      ${words.length > 1 && html`<${Found} words=${words} asOf=${release.extractDate} />`}</section>
    <div class="grid below">
      <${Happened} title="Lately from one trust to another" event="transferred" release=${release} />
      <${Happened} title="Lately made of several" event="merged" release=${release} />
      <${Happened} title="Lately become academies" event="converted" release=${release} />
      <${Largest} release=${release} />
    </div>`;
}
