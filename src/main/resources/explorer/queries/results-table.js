// Rows of a query as a table: columns by their types, names as links to what they name.
import { html, useMemo } from '../lib.js';
import { Table } from '../show/table.js';
import { isDay } from '../ask/release.js';
import { hrefOf, hrefOfUrn, isNode, isPoint, isReference, isRelationship, kindOfNode, nameOfNode, relationshipText, textOf } from '../ask/things.js';
import { NONE, day, defined, name, percent, sector, spaced } from '../show/words.js';

const MOST_IN_A_CELL = 6;
const exact = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 4 });
const large = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const degrees = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4 });

/** Numbers that count nothing. */
const NUMBERED = /(urn|uid|uids|urns|ukprn|year|code|codes|laestab)$/i;
const WORDS = /(kind|kinds|sector|group|route|formality)$/i;
const NAMED = /(name|names|school|trust|body|sponsor|federation|diocese|organisation|governor|home|largest)$/i;

/** `{name, type}` of every column: as declared, else as the first values tell. */
export function columnsOf(returns, rows) {
  if (returns?.length) return returns;
  const names = [...new Set(rows.slice(0, 50).flatMap((row) => Object.keys(row)))];
  return names.map((each) => ({ name: each, type: typeOfValue(rows.find((row) => defined(row[each]))?.[each]) }));
}

function typeOfValue(value) {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'decimal';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'string') return isDay(value) ? 'date' : 'string';
  return isNode(value) ? 'node' : isRelationship(value) ? 'relationship' : isPoint(value) ? 'point' : 'any';
}

/** The column with the ids that go with a column of names: `trustId` with `trust`, `beforeUrns` with `beforeNames`. */
function idsOf(column, names) {
  const stem = column.replace(/Names$/, '').replace(/Name$/, '');
  const likely = [`${column}Id`, `${column}Urn`, `${stem}Id`, `${stem}Urn`, `${stem}Ids`, `${stem}Urns`];
  if (column === 'school' || column === 'name') likely.push('urn', 'id');
  return likely.find((each) => each !== column && names.has(each));
}

function hrefOfValue(id, column) {
  if (!defined(id)) return null;
  return typeof id === 'number' || /^\d{6}$/.test(id) ? (/urns?$/i.test(column) ? hrefOfUrn(id) : null) : hrefOf(id);
}

function Linked({ text, href }) {
  return href ? html`<a href=${href}>${text}</a>` : text;
}

function Several({ values, draw }) {
  if (!values.length) return NONE;
  const shown = values.slice(0, MOST_IN_A_CELL);
  const rest = values.length - shown.length;
  return html`${shown.map((value, index) => html`${index > 0 && ', '}${draw(value, index)}`)}${rest > 0 && html`${' '}<span title=${values.slice(MOST_IN_A_CELL).map(textOf).join(', ')}>and ${rest} more</span>`}`;
}

function numberText(value, column) {
  if (NUMBERED.test(column)) return String(value);
  return /share$/i.test(column) && value >= 0 && value <= 1 ? percent(value) : (Math.abs(value) < 1000 ? exact : large).format(value);
}

function textShown(value, column, named) {
  if (isDay(value)) return day(value);
  // Words of the interface, such as those of kind and sector, and nothing of the register's own.
  if (/^[A-Z][a-z]+([A-Z][a-z]+)+$/.test(value) || (WORDS.test(column) && /^[a-z-]+$/.test(value))) return sector(value);
  return named || NAMED.test(column) ? name(value) : value;
}

/** A value as it is shown. */
function shown(value, column, id, idColumn) {
  if (!defined(value)) return NONE;
  if (Array.isArray(value)) return html`<${Several} values=${value} draw=${(each, index) => shown(each, column, Array.isArray(id) ? id[index] : null, idColumn)} />`;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') {
    const text = numberText(value, column);
    return html`<${Linked} text=${text} href=${/urns?$/i.test(column) ? hrefOfUrn(value) : null} />`;
  }
  if (typeof value === 'string') {
    const href = id === undefined || id === null ? hrefOf(value) : hrefOfValue(id, idColumn);
    return html`<${Linked} text=${textShown(value, column, href && defined(id))} href=${href} />`;
  }
  if (isNode(value)) return html`<${Linked} text=${nameOfNode(value.properties)} href=${hrefOf(value.id)} /> <small class="kind">${spaced(kindOfNode(value.labels))}</small>`;
  if (isRelationship(value)) return relationshipText(value);
  if (isReference(value)) return html`<${Linked} text=${name(value.name)} href=${hrefOf(value.id)} />`;
  if (isPoint(value)) return `${degrees.format(value.latitude)}, ${degrees.format(value.longitude)}`;
  return html`<code>${JSON.stringify(value)}</code>`;
}

/** A column's name as words. */
function headed(column) {
  return spaced(column).replace(/\burn(s?)\b/gi, 'URN$1').replace(/^Km$/, 'km');
}

/** Columns for Table. Ids that stand beside a name become its link, and are in the downloads only. */
export function tableOf(returns, rows, own) {
  const columns = columnsOf(returns, rows);
  const names = new Set(columns.map((column) => column.name));
  const linked = new Map(columns.filter(({ type }) => /string|list/.test(type)).map(({ name: each }) => [each, idsOf(each, names)]).filter(([, ids]) => ids));
  const hidden = own ? new Set() : new Set([...linked.values()].filter((each) => each !== 'urn'));
  return {
    rows,
    columns: columns.filter((column) => !hidden.has(column.name)).map(({ name: key, type }) => ({
      key,
      label: own ? key : headed(key),
      numeric: (type === 'integer' || type === 'decimal') && !NUMBERED.test(key),
      value: (row) => (typeof row[key] === 'object' ? textOf(row[key]) : row[key]),
      format: (_, row) => shown(row[key], key, row[linked.get(key)], linked.get(key)),
    })),
  };
}

/** @param own whether column names are the reader's, and shown as written */
export function ResultTable({ returns, rows, own, caption }) {
  const table = useMemo(() => tableOf(returns, rows, own), [returns, rows, own]);
  return html`<${Table} caption=${caption} ...${table} />`;
}
