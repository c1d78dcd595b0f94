// Whether a school is open on a day, and when it was.
import { holds } from '../ask/release.js';
import { day } from '../show/words.js';

export function openOn(life, iso) {
  return life.everOpen !== false && holds(life, iso);
}

/** When a school was open, as a sentence. */
export function lifeWords({ from, to, fromKnown, toKnown, everOpen, status }) {
  if (everOpen === false) return `It was never open, or closed on a day nobody wrote down${status ? ` (the register has it as ${status.toLowerCase()})` : ''}.`;
  const since = from && fromKnown !== false ? `from ${day(from)}` : 'since before the record';
  return `It was open ${since} ${to ? `until ${day(to)}${toKnown === false ? ', or about then' : ''}` : 'and is so still'}.`;
}
