// A form made of a saved query's typed parameters.
import { html, useLayoutEffect, useState } from '../lib.js';
import { useAnswer } from '../ask/api.js';
import { isDay } from '../ask/release.js';
import { Combobox } from './combobox.js';
import { day, spaced } from '../show/words.js';

/** Beyond this a bound is that of the computer's numbers, and says nothing. */
const BOUNDLESS = 1e15;

/** `list(…)` and what is in it. */
function typeOf(parameter) {
  const inner = /^list\((.*)\)$/s.exec(parameter.type)?.[1];
  const type = inner ?? parameter.type;
  return { many: inner !== undefined, kind: /^\w+/.exec(type)[0], type };
}

/** What one value of a parameter of the page's address, such as `p.trust`, stands for: lists have a line for each value. */
export function valuesOf(saved, choices) {
  return Object.fromEntries(saved.parameters.filter(({ name }) => choices[`p.${name}`])
    .map((parameter) => [parameter.name, typeOf(parameter).many ? choices[`p.${parameter.name}`].split('\n') : choices[`p.${parameter.name}`]]));
}

function bounds({ min, max }) {
  const low = min > -BOUNDLESS ? min : null;
  const high = max !== null && max !== undefined && max < BOUNDLESS ? max : null;
  return { min: low ?? null, max: high };
}

function defaultText(parameter, release) {
  if (parameter.default === null || parameter.default === undefined) return '';
  return parameter.default === 'release' ? `${day(release.extractDate)}, the last day of the data` : isDay(parameter.default) ? day(parameter.default) : parameter.default;
}

function Choice({ id, parameter, path, value, onChange, attributes }) {
  const { kind } = typeOf(parameter);
  const asked = useAnswer(kind === 'enum' && !parameter.allowed ? path : null, { limit: 1000 });
  const options = kind === 'boolean' ? [{ value: 'true', label: 'Yes' }, { value: 'false', label: 'No' }]
    : parameter.allowed?.map((each) => ({ value: each })) ?? asked.data ?? [];
  const none = parameter.default ? `Default: ${parameter.default}` : parameter.required ? 'Choose …' : 'Any';
  const known = !value || options.some((option) => option.value === value);
  return html`<select id=${id} value=${value} onChange=${(event) => onChange(event.target.value)} ...${attributes}>
    <option value="">${none}</option>${!known && html`<option value=${value}>${value}</option>`}
    ${options.map((option) => html`<option value=${option.value}>${option.label && option.label !== option.value ? option.label : spaced(option.value)}</option>`)}</select>`;
}

/** Several ids: those chosen can be taken out one by one. */
function Several({ id, path, value, onChange, ...rest }) {
  const chosen = value.split('\n').filter(Boolean);
  const [next, setNext] = useState('');
  const add = () => { if (next) onChange([...new Set([...chosen, next])].join('\n')); setNext(''); };
  return html`<${Combobox} id=${id} path=${path} value=${next} onChange=${setNext} ...${rest} />
    <button type="button" onClick=${add}>Add</button>
    <ul class="chosen">${chosen.map((each) => html`<li>${each} <button type="button" aria-label=${`Take out ${each}`}
      onClick=${() => onChange(chosen.filter((other) => other !== each).join('\n'))}>×</button></li>`)}</ul>`;
}

function Ticks({ id, parameter, value, onChange, describedBy }) {
  const chosen = value.split('\n').filter(Boolean);
  const turn = (each, on) => onChange(parameter.allowed.filter((other) => (other === each ? on : chosen.includes(other))).join('\n'));
  return html`<div role="group" id=${id} aria-labelledby=${`${id}-label`} aria-describedby=${describedBy}>${parameter.allowed.map((each) => html`
    <label class="tick"><input type="checkbox" checked=${chosen.includes(each)} onChange=${(event) => turn(each, event.target.checked)} /> ${spaced(each)}</label>`)}</div>`;
}

function Input({ id, saved, parameter, value, onChange, release, describedBy, invalid }) {
  const { many, kind } = typeOf(parameter);
  const path = `/v1/queries/${saved.name}/parameters/${parameter.name}/options`;
  const attributes = { 'aria-describedby': describedBy, 'aria-invalid': invalid, required: parameter.required };
  const input = (event) => onChange(event.target.value);
  const placeholder = defaultText(parameter, release);
  if (many && parameter.allowed) return html`<${Ticks} id=${id} parameter=${parameter} value=${value} onChange=${onChange} describedBy=${describedBy} />`;
  if (kind === 'id') {
    const field = many ? Several : Combobox;
    return html`<${field} id=${id} path=${path} value=${value} onChange=${onChange} placeholder=${placeholder || 'Name or number'}
      describedBy=${describedBy} invalid=${invalid} required=${parameter.required} />`;
  }
  if (many) return html`<textarea id=${id} rows="3" value=${value} onInput=${input} placeholder=${placeholder || 'One value on a line'} ...${attributes} />`;
  if (kind === 'enum' || kind === 'boolean') return html`<${Choice} id=${id} parameter=${parameter} path=${path} value=${value} onChange=${onChange} attributes=${attributes} />`;
  if (kind === 'date') return html`<input id=${id} type="date" value=${value} onInput=${input} ...${attributes} />`;
  if (kind === 'integer' || kind === 'decimal') {
    return html`<input id=${id} type="number" value=${value} onInput=${input} placeholder=${placeholder} step=${kind === 'integer' ? 1 : 'any'} ...${bounds(parameter)} ...${attributes} />`;
  }
  return html`<input id=${id} type="text" value=${value} onInput=${input} placeholder=${placeholder} ...${attributes} />`;
}

function Field({ saved, parameter, value, onChange, release, problem }) {
  const id = `p-${parameter.name}`;
  const group = typeOf(parameter).many && parameter.allowed;
  const label = html`${spaced(parameter.name)} ${parameter.required && html`<em>needed</em>`}`;
  const wrong = problem?.parameter === parameter.name;
  const preset = typeOf(parameter).kind === 'date' && !value && defaultText(parameter, release);
  return html`<div class="field">
    ${group ? html`<span class="label" id=${`${id}-label`}>${label}</span>` : html`<label for=${id}>${label}</label>`}
    <${Input} id=${id} saved=${saved} parameter=${parameter} value=${value} onChange=${onChange} release=${release} describedBy=${`${id}-help${wrong ? ` ${id}-wrong` : ''}`} invalid=${wrong ? 'true' : null} />
    <small id=${`${id}-help`}>${parameter.description}${preset && `; unless told, ${preset}`}</small>
    ${wrong && html`<small id=${`${id}-wrong`} class="refused" role="alert">${problem.detail}${problem.suggestion && `; did you mean “${problem.suggestion}”?`}</small>`}
  </div>`;
}

/**
 * @param values as the address has them, lists with a line for each value
 * @param problem of the last run; one with a `parameter` is told at its field
 * @param onRun is given the values, by name
 */
export function Form({ saved, values, release, problem, onRun }) {
  const [draft, setDraft] = useState(values);
  const known = JSON.stringify(values);
  // At once: after drawing, it would take back what was typed meanwhile.
  useLayoutEffect(() => setDraft(values), [saved.name, known]);
  return html`<form class="parameters" aria-label="What is asked" noValidate onSubmit=${(event) => { event.preventDefault(); onRun(draft); }}>
    ${saved.parameters.map((parameter) => html`<${Field} key=${parameter.name} saved=${saved} parameter=${parameter} release=${release} problem=${problem}
      value=${draft[parameter.name] ?? ''} onChange=${(value) => setDraft((old) => ({ ...old, [parameter.name]: value }))} />`)}
    <div class="field run"><button type="submit" class="primary">Run</button>
      ${Object.values(draft).some(Boolean) && html`<button type="button" onClick=${() => { setDraft({}); onRun({}); }}>Back to the defaults</button>`}</div>
  </form>`;
}
