// Figures others have published, beside what this release gives.
import { html } from '../lib.js';
import { useAnswer } from '../ask/api.js';
import { Scripts } from './scripts.js';
import { Table } from '../show/table.js';
import { File } from '../show/file.js';
import { settled } from '../show/states.js';
import { NONE, change, defined, list, many, number } from '../show/words.js';

const STATUS = {
  reproduced: { mark: '✓', word: 'Reproduced', are: 'reproduced' },
  differs: { mark: '≠', word: 'Differs', are: 'different' },
  notComputable: { mark: '∅', word: 'Cannot be computed', are: 'not computable' },
};
const ORDER = Object.keys(STATUS);

function inUnit(value, unit) {
  return !defined(value) ? NONE : unit === '%' ? `${number(value)} %` : number(value);
}

function points(value, unit) {
  return !defined(value) ? NONE : unit === '%' ? `${change(value)} points` : change(value);
}

const COLUMNS = [
  { key: 'title', label: 'Figure' },
  { key: 'published', label: 'Published', numeric: true, format: (value, row) => html`<span data-value=${value}>${inUnit(value, row.unit)}</span>` },
  { key: 'computed', label: 'Computed', numeric: true, format: (value, row) => html`<span data-value=${value}>${inUnit(value, row.unit)}</span>` },
  { key: 'difference', label: 'Difference', numeric: true, format: (value, row) => points(value, row.unit) },
  { key: 'status', label: 'Status', value: (row) => ORDER.indexOf(row.status),
    format: (_, row) => html`<span class=${`status ${row.status}`}><span aria-hidden="true">${STATUS[row.status]?.mark}</span> ${STATUS[row.status]?.word ?? row.status}</span>` },
  { key: 'explanation', label: 'Explanation', sortable: false, format: (text) => html`<span class="long">${text}</span>` },
  { key: 'source', label: 'Source' },
  { key: 'cypher', label: 'Cypher', sortable: false, format: (text, row) => html`<${Scripts} cypher=${text} source=${`evidence:${row.id}`} of=${row.title} />` },
];

function Reckoned({ rows }) {
  const sums = ORDER.map((status) => [STATUS[status].are, rows.filter((row) => row.status === status).length]).filter(([, size]) => size);
  return html`<section class="card wide"><h2>Published figures, and the same from this release</h2>
    <p class="summary">${many(rows.length, 'figure')}: ${list(sums.map(([word, size]) => `${size} ${word}`))}. The explanation says what counts as reproduced, and why others differ.</p>
    <p><${File} label="CSV" href="/v1/evidence?format=csv" /></p>
    <${Table} caption="Published figures beside those computed" columns=${COLUMNS} rows=${rows} filter=${false} rowKey=${(row) => row.id} /></section>`;
}

export function Evidence() {
  const answer = useAnswer('/v1/evidence');
  return settled([answer], 'the evidence', ({ data }) => html`<${Reckoned} rows=${data.rows} />`);
}
