// Cypher as text: what the interface shows as a script for cypher-shell is turned into what the editor can run.
import { viewAddress } from '../choose/state.js';

/** A longer statement is not put into the address: servers and those between them cut addresses off. */
const LONGEST = 4000;
const LONGEST_WRITTEN = 6500;

/**
 * A script's statements, each with the parameters set above it by `:param`: `[{statement, parameters}]`. JSON has no dates, so a
 * parameter that is one is written `date($day)`; what JSON cannot say stands in the statement itself.
 */
export function scriptOf(text) {
  const statements = [];
  let parameters = [];
  let lines = [];
  for (const line of `${text};`.split('\n')) {
    const parameter = /^\s*:param\s+(\w+)\s*=>\s*(.*?);?\s*$/.exec(line);
    if (parameter) {
      parameters.push({ name: parameter[1], expression: parameter[2] });
    } else {
      lines.push(line);
      if (line.trimEnd().endsWith(';')) {
        const statement = lines.join('\n').trim().replace(/;+$/, '');
        if (statement) {
          statements.push(withParameters(statement, parameters));
          parameters = [];
        }
        lines = [];
      }
    }
  }
  return statements;
}

function withParameters(text, parameters) {
  let statement = text;
  const values = {};
  for (const { name, expression } of parameters) {
    const date = /^date\('([\d-]+)'\)$/.exec(expression);
    const value = date ? date[1] : json(expression);
    if (value === undefined) statement = replaced(statement, name, `(${expression})`);
    else values[name] = value;
    if (date) statement = replaced(statement, name, `date($${name})`);
  }
  return { statement, parameters: values };
}

function json(expression) {
  try {
    return JSON.parse(expression.replaceAll("'", '"'));
  } catch {
    return undefined;
  }
}

function replaced(statement, parameter, by) {
  return statement.replace(new RegExp(`\\$${parameter}\\b`, 'g'), () => by);
}

/** A saved query as a statement of one's own, with the values it was last run with. */
export function copyOf(saved, values) {
  let statement = saved.text.trimEnd();
  for (const { name, type } of saved.parameters) {
    if (type === 'date') statement = replaced(statement, name, `date($${name})`);
    if (type === 'list(date)') statement = replaced(statement, name, `[each IN $${name} | date(each)]`);
  }
  const parameters = Object.fromEntries(saved.parameters.map(({ name }) => [name, values[name] ?? null]));
  return { statement, parameters };
}

/** The statement and its parameters as choices of the page; those that are too long are null. */
export function asChoices({ statement, parameters }) {
  const json_ = Object.keys(parameters).length ? JSON.stringify(parameters) : '';
  const fits = statement.length < LONGEST && encodeURIComponent(statement + json_).length < LONGEST_WRITTEN;
  return fits ? { statement, parameters: json_ } : null;
}

/**
 * The address of the editor with a statement in it.
 *
 * @param source where the editor finds it if it is too long for an address: `measure:hhi:0`, of a script the statement's place
 */
export function editorAddress(written, source) {
  return viewAddress('queries', { query: 'own', ...(asChoices(written) ?? { source }) });
}
