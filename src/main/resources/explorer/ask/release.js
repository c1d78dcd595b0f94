// The release that is being served, and the days its record covers.
import { createContext, useContext } from '../lib.js';

/** Before this the register has hardly a trust, and closed schools are missing. */
const EARLIEST = '2000-01-01';

export const Release = createContext(null);
export const useRelease = () => useContext(Release);

export function releaseOf({ data, meta }) {
  const since = !data.firstDate || data.firstDate < EARLIEST ? EARLIEST : firstOfMonth(data.firstDate);
  return { ...data, since, ticks: months(since, data.extractDate), attribution: meta.attribution ?? [] };
}

function firstOfMonth(iso) {
  return iso.endsWith('-01') ? iso : addMonths(`${iso.slice(0, 8)}01`, 1);
}

/** The first of every month, and the last day. */
function months(from, to) {
  const days = [];
  for (let each = from; each < to; each = addMonths(each, 1)) days.push(each);
  days.push(to);
  return days;
}

export function addMonths(iso, by) {
  const [year, month, date] = iso.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + by, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

/** The day a view is about: the one in the address if it is a day of the record, else the last. */
export function dayOf(choices, release) {
  const asked = choices.asOf;
  if (!asked || !isDay(asked)) return release.extractDate;
  return asked < release.since ? release.since : asked > release.extractDate ? release.extractDate : asked;
}

export function isDay(text) {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}

/** The place of a day among the ticks: of the last that is not after it. */
export function tickOf(iso, ticks) {
  let low = 0;
  let high = ticks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (ticks[middle] <= iso) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Whether something lasts on a day; `to` is the first that no longer counts, null is since before the record, or still so. */
export function holds({ from, to }, iso) {
  return (!from || from <= iso) && (!to || iso < to);
}
