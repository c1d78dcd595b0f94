// The day from which a change is reckoned: one for the views of areas, in the address, ten years back unless told.
import { html } from '../lib.js';
import { choose } from './state.js';
import { addMonths, dayOf, isDay } from '../ask/release.js';

const MONTHS = 120;

/** The day in the address if it is one of the record, else ten years before the day of the view. */
export function sinceOf(choices, release) {
  const asked = isDay(choices.since ?? '') ? choices.since : addMonths(dayOf(choices, release), -MONTHS);
  return asked < release.since ? release.since : asked > release.extractDate ? release.extractDate : asked;
}

/** Chooses that day. */
export function SinceInput({ choices, release, id = 'since' }) {
  const since = sinceOf(choices, release);
  // A year that is being typed is 0002 and 0020 before it is 2002: what lies outside the record waits for more.
  const set = ({ target: { value } }) => isDay(value) && value >= release.since && value <= release.extractDate && choose({ since: value });
  return html`<div class="choice"><label for=${id}>Change since</label>
    <input id=${id} type="date" value=${since} min=${release.since} max=${release.extractDate} onChange=${set} />
    ${choices.since && html`<button type="button" onClick=${() => choose({ since: null })}>Ten years back</button>`}</div>`;
}
