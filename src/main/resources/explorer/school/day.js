// Whether a school is open on a day, and a day that has come to rest.
import { useEffect, useState } from '../lib.js';
import { day } from '../show/words.js';

const REST = 400;

/** The last day at which the time stood still, for what has to be asked for day by day. */
export function useStill(asOf) {
  const [still, set] = useState(asOf);
  useEffect(() => {
    const timer = setTimeout(() => set(asOf), REST);
    return () => clearTimeout(timer);
  }, [asOf]);
  return still;
}

export function openOn({ from, to, everOpen }, iso) {
  return everOpen !== false && (!from || from <= iso) && (!to || iso < to);
}

/** When a school was open, as a sentence. */
export function lifeWords({ from, to, fromKnown, toKnown, everOpen, status }) {
  if (everOpen === false) return `It was never open, or closed on a day nobody wrote down${status ? ` (the register has it as ${status.toLowerCase()})` : ''}.`;
  const since = from && fromKnown !== false ? `from ${day(from)}` : 'since before the record';
  return `It was open ${since} ${to ? `until ${day(to)}${toKnown === false ? ', or about then' : ''}` : 'and is so still'}.`;
}
