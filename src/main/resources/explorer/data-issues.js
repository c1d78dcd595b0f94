// What is wrong with the data, by kind, and what is done about it.
import { html } from './lib.js';
import { Table } from './table.js';
import { count, list, many } from './words.js';

/** Severities, the worst first: a mark beside the word, what each means, and what is done. */
const SEVERITIES = {
  ERROR: { word: 'Error', mark: '✖', done: 'The source is broken. Nothing is imported, unless whoever imports says to go on without the rows and values concerned.' },
  WARNING: { word: 'Warning', mark: '▲', done: 'A value was repaired, left out, or contradicts another.' },
  INFO: { word: 'Note', mark: 'ℹ', done: 'Worth knowing; nothing is wrong.' },
};
const ORDER = Object.keys(SEVERITIES);

function Severity({ of }) {
  const { word, mark } = SEVERITIES[of] ?? { word: of, mark: '•' };
  return html`<span class=${`severity ${of.toLowerCase()}`}><span aria-hidden="true">${mark}</span> ${word}</span>`;
}

const COLUMNS = [
  { key: 'code', label: 'Code', format: (code) => html`<code>${code}</code>` },
  { key: 'severity', label: 'Severity', value: (row) => ORDER.indexOf(row.severity), format: (_, row) => html`<${Severity} of=${row.severity} />` },
  { key: 'count', label: 'How often', numeric: true, format: count },
  { key: 'title', label: 'What' },
  { key: 'done', label: 'What was done', sortable: false, value: (row) => row.done ?? SEVERITIES[row.severity]?.done },
];

export function Issues({ release }) {
  const { issues } = release;
  const sums = ORDER.map((severity) => [severity, issues.filter((issue) => issue.severity === severity)]).filter(([, all]) => all.length);
  const total = (all) => all.reduce((sum, issue) => sum + issue.count, 0);
  return html`<section class="card wide"><h2>Issues of the data</h2>
    <p class="summary">${issues.length === 0 ? 'None was found.' : `${many(total(issues), 'issue')} of ${many(issues.length, 'kind')}: ${list(sums.map(([severity, all]) => many(total(all), SEVERITIES[severity].word.toLowerCase())))}. Each stands with file and line in issues.csv, beside the release.`}</p>
    ${issues.length > 0 && html`<${Table} caption="Issues by kind" columns=${COLUMNS} rows=${issues} filter=${false} rowKey=${(row) => row.code} />`}
    <p>What the record does not know of open schools, such as places and pupils, the query
      <a href="/?view=queries&query=data-gaps">data-gaps</a> tells; days only known to lie between two snapshots, <a href="/?view=queries&query=changes-between-snapshots">changes-between-snapshots</a>.</p></section>`;
}
