// What is wrong with the data, by kind, and what is done about it.
import { html } from '../lib.js';
import { viewAddress } from '../choose/state.js';
import { Table } from '../show/table.js';
import { count, list, many } from '../show/words.js';

/** Severities, the worst first: a mark beside the word, what each means, and what is done. */
const SEVERITIES = {
  ERROR: { word: 'Error', mark: '✖', done: 'The source is broken. Nothing is imported, unless whoever imports says to go on without the rows and values concerned.' },
  WARNING: { word: 'Warning', mark: '▲', done: 'A value was repaired, left out, or contradicts another.' },
  INFO: { word: 'Note', mark: 'ℹ', done: 'Worth knowing; nothing is wrong.' },
};
const ORDER = Object.keys(SEVERITIES);

const COLUMNS = [
  { key: 'code', label: 'Code', format: (code) => html`<code>${code}</code>` },
  { key: 'count', label: 'How often', numeric: true, format: count },
  { key: 'title', label: 'What' },
];

const total = (issues) => issues.reduce((sum, issue) => sum + issue.count, 0);

function OfSeverity({ severity, issues }) {
  const { word, mark, done } = SEVERITIES[severity];
  return html`<section class="card wide"><h2 class=${`severity ${severity.toLowerCase()}`}><span aria-hidden="true">${mark}</span> ${word}s: ${count(total(issues))} of ${many(issues.length, 'kind')}</h2>
    <p class="summary">${done}</p>
    <${Table} caption=${`${word}s by kind`} columns=${COLUMNS} rows=${issues} filter=${false} rowKey=${(row) => row.code} sort=${{ key: 'count', down: true }} /></section>`;
}

export function Issues({ release }) {
  const { issues } = release;
  const groups = ORDER.map((severity) => [severity, issues.filter((issue) => issue.severity === severity)]).filter(([, all]) => all.length);
  const query = (name) => html`<a href=${viewAddress('queries', { query: name })}>${name}</a>`;
  return html`<div class="issues"><section class="card wide"><h2>Issues of the data</h2>
    <p>${issues.length === 0 ? 'None was found.' : `${many(total(issues), 'issue')} of ${many(issues.length, 'kind')}: ${list(groups.map(([severity, all]) => many(total(all), SEVERITIES[severity].word.toLowerCase())))}.`}${' '}
      Each stands with its file and line, what was found and what was done, in issues.csv beside the release.</p>
    <p class="summary">What the record does not know of open schools, such as places and pupils, ${query('data-gaps')} counts. Changes whose day is only known to lie between two snapshots are in ${query('changes-between-snapshots')}.</p></section>
    ${groups.map(([severity, all]) => html`<${OfSeverity} severity=${severity} issues=${all} />`)}</div>`;
}
