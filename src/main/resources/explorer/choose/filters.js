// The choices that go along from view to view: area, phase, scope and weight.
import { html } from '../lib.js';
import { EVERYWHERE, useAreaName, useAreas } from '../ask/areas.js';
import { choose } from './state.js';
import { spaced } from '../show/words.js';

const WITH_AREA = new Set(['overview', 'area', 'network']);
const WITH_PHASE = new Set(['overview', 'area', 'compare', 'network']);
const WITH_WEIGHT = new Set(['area', 'compare']);

/** The area of the choices: England unless told, where there is an England. */
export function areaOf(choices) {
  return choices.area || 'country:E92000001';
}

/** The parameter `area` of a question; none is everywhere. */
export function areaParameter(choices) {
  const area = areaOf(choices);
  return area === EVERYWHERE ? null : area;
}

const PHASES = ['Nursery', 'Primary', 'Middle deemed primary', 'Secondary', 'Middle deemed secondary', 'All-through', '16 plus'];
const SCOPES = ['mainstream', 'special', 'alternative-provision', 'trust-run'];

/** Parameters that every question about schools takes. */
export function schoolParameters(choices) {
  return { phase: choices.phase ? choices.phase.split(',') : null, scope: choices.scope };
}

function AreaSelect({ value, onChange, id = 'area', label = 'Area', everywhere = true }) {
  const groups = useAreas();
  const name = useAreaName(value);
  const known = value === EVERYWHERE || groups.some((group) => group.areas.some((area) => area.id === value));
  return html`<label for=${id}>${label}</label>
    <select id=${id} value=${value} onChange=${(event) => onChange(event.target.value)}>
      ${!known && html`<option value=${value}>${name}</option>`}
      ${everywhere && html`<option value=${EVERYWHERE}>England and Wales</option>`}
      ${groups.map((group) => group.areas.length > 0 && html`<optgroup label=${group.label}>
        ${group.areas.map((area) => html`<option value=${area.id}>${area.name}</option>`)}</optgroup>`)}
    </select>`;
}

function Select({ id, label, value, values, none, onChange }) {
  return html`<div class="choice"><label for=${id}>${label}</label>
    <select id=${id} value=${value ?? ''} onChange=${(event) => onChange(event.target.value)}>
      <option value="">${none}</option>${values.map((each) => html`<option value=${each}>${spaced(each)}</option>`)}
    </select></div>`;
}

export function Filters({ view, choices }) {
  if (!WITH_AREA.has(view) && !WITH_PHASE.has(view)) return null;
  return html`<form class="filters" aria-label="What is shown" onSubmit=${(event) => event.preventDefault()}>
    ${WITH_AREA.has(view) && html`<div class="choice"><${AreaSelect} value=${areaOf(choices)} onChange=${(area) => choose({ area })} /></div>`}
    ${WITH_PHASE.has(view) && html`
      <${Select} id="phase" label="Phase" none="All phases" values=${PHASES} value=${choices.phase} onChange=${(phase) => choose({ phase })} />
      <${Select} id="scope" label="Schools" none="All state-funded" values=${SCOPES} value=${choices.scope} onChange=${(scope) => choose({ scope })} />`}
    ${WITH_WEIGHT.has(view) && html`
      <${Select} id="weight" label="Weight" none="Each school the same" values=${['pupils']} value=${choices.weight} onChange=${(weight) => choose({ weight })} />`}
  </form>`;
}
