// Tables that sort, filter and go out as CSV.
import { html, useMemo, useState } from '../lib.js';
import { NONE, count, defined, many } from './words.js';

const PAGE = 50;

function compare(a, b) {
  if (!defined(a) || !defined(b)) return defined(a) ? -1 : defined(b) ? 1 : 0;
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en-GB', { numeric: true });
}

/** RFC 4180. */
export function csvOf({ columns, rows }) {
  const cell = (value) => {
    const text = defined(value) ? (typeof value === 'object' ? JSON.stringify(value) : String(value)) : '';
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const plain = columns.filter((column) => column.csv !== false);
  return [plain.map((column) => cell(column.label)), ...rows.map((row) => plain.map((column) => cell(valueOf(column, row))))]
    .map((line) => line.join(',')).join('\r\n') + '\r\n';
}

function valueOf(column, row) {
  return column.value ? column.value(row) : row[column.key];
}

/**
 * A table.
 *
 * @param columns `[{key, label, value?(row), format?(value, row), numeric?, sortable?, csv?}]`; `format` gives text or markup
 * @param rows objects
 * @param caption what it shows, read out by screen readers
 * @param sort `{key, down}` at first; the order of the rows without it
 * @param onSort is told of each choice, so that it may go into the address
 * @param filter whether rows can be searched
 */
export function Table({ columns, rows, caption, sort: first, onSort, filter = rows.length > 15, rowKey, most = PAGE }) {
  const [own, setOwn] = useState(first ?? null);
  const [shown, setShown] = useState(most);
  const [text, setText] = useState('');
  const sort = onSort ? first : own;
  const sorted = useMemo(() => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const kept = !words.length ? rows
      : rows.filter((row) => {
        const line = columns.map((column) => valueOf(column, row)).filter(defined).join(' ').toLowerCase();
        return words.every((word) => line.includes(word));
      });
    const column = sort && columns.find((each) => each.key === sort.key);
    if (!column) return kept;
    const way = sort.down ? -1 : 1;
    return [...kept].sort((a, b) => {
      const [x, y] = [valueOf(column, a), valueOf(column, b)];
      return defined(x) && defined(y) ? way * compare(x, y) : compare(x, y);
    });
  }, [rows, columns, text, sort?.key, sort?.down]);
  const choose = (column) => {
    const next = { key: column.key, down: sort?.key === column.key ? !sort.down : Boolean(column.numeric) };
    if (onSort) onSort(next);
    else setOwn(next);
  };
  return html`<div class="table">
    ${filter && html`<p class="find"><label>Filter <input type="search" value=${text} onInput=${(event) => { setText(event.target.value); setShown(most); }} /></label>
      <span role="status">${sorted.length === rows.length ? many(rows.length, 'row') : `${count(sorted.length)} of ${many(rows.length, 'row')}`}</span></p>`}
    <div class="scroll" tabindex="0" role="region" aria-label=${caption}><table>
      <caption class="hidden">${caption}</caption>
      <thead><tr>${columns.map((column) => html`<th scope="col" class=${column.numeric ? 'numeric' : null}
        aria-sort=${sort?.key === column.key ? (sort.down ? 'descending' : 'ascending') : null}>
        ${column.sortable === false ? column.label : html`<button type="button" onClick=${() => choose(column)}>${column.label}<span aria-hidden="true">${sort?.key === column.key ? (sort.down ? ' ▾' : ' ▴') : ''}</span></button>`}</th>`)}</tr></thead>
      <tbody>${sorted.slice(0, shown).map((row, index) => html`<tr key=${rowKey ? rowKey(row) : index}>${columns.map((column, place) => {
        const value = valueOf(column, row);
        const text_ = column.format ? column.format(value, row) : defined(value) ? String(value) : NONE;
        return place ? html`<td class=${column.numeric ? 'numeric' : null}>${text_}</td>` : html`<th scope="row">${text_}</th>`;
      })}</tr>`)}</tbody></table></div>
    ${sorted.length > shown && html`<p><button type="button" onClick=${() => setShown(shown + 4 * most)}>Show more of ${count(sorted.length - shown)} further rows</button></p>`}
    ${sorted.length === 0 && html`<p class="state empty">No row has these words.</p>`}
  </div>`;
}
