// What need not follow every step of a slider.
import { useEffect, useState } from '../lib.js';

/** Milliseconds after which a value that stays the same is at rest. */
const REST = 500;

/** A value that is taken over once it has stayed the same for a while; the first at once. */
export function useRested(value) {
  const [rested, set] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => set(value), REST);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
