// The schools of one body over its whole time, and what is reckoned of them in the page on any day.
import { holds } from '../ask/release.js';

/** The members of a day, each school once. */
export function membersOn(members, iso) {
  return [...new Map(members.filter((member) => holds(member, iso)).map((member) => [member.urn, member])).values()];
}

/** The last day on which a body had a school, as far as the record goes. */
export function lastDay(members, release) {
  if (!members.length || members.some((member) => !member.to || member.to > release.extractDate)) return release.extractDate;
  const left = members.map((member) => member.to).sort().at(-1);
  return new Date(Date.parse(left) - 86_400_000).toISOString().slice(0, 10);
}

/**
 * The number of schools over time: `{dates, values}`, at every tick and on every day on which it changed.
 *
 * @param first day shown
 */
export function growth(members, first, release) {
  const changes = members.flatMap(({ from, to }) => [from, to]).filter((iso) => iso && iso > first && iso < release.extractDate);
  const dates = [...new Set([first, ...release.ticks.filter((tick) => tick > first), ...changes])].sort();
  const steps = new Map();
  let running = 0;
  for (const { from, to } of members) {
    if (!from || from <= first) running++;
    else steps.set(from, (steps.get(from) ?? 0) + 1);
    if (to && to <= first) running--;
    else if (to) steps.set(to, (steps.get(to) ?? 0) - 1);
  }
  const values = dates.map((iso) => (running += steps.get(iso) ?? 0));
  return { dates, values };
}

/** The members of each value, the most frequent first. */
export function grouped(members, key) {
  const groups = new Map();
  for (const member of members) {
    const value = key(member);
    if (!value) continue;
    if (groups.has(value)) groups.get(value).push(member);
    else groups.set(value, [member]);
  }
  return [...groups].sort((a, b) => b[1].length - a[1].length);
}

const WORDS = {
  opened: 'opened in it', closed: 'closed', 'converted-in': 'converted into it', 'converted-out': 'converted to an academy',
  'transferred-in': 'transferred in', 'transferred-out': 'transferred out', joined: 'joined', left: 'left',
  'reorganised-in': 'came by reorganisation', 'reorganised-out': 'went by reorganisation',
};

/** How a school came or went, in words. */
export function wayWords(way) {
  return WORDS[way] ?? 'was there before the record';
}

/** How a spell began: its change, or that it stands in for another record, or that it was always there. */
export function arrival(member) {
  return member.came ?? (member.from ? 'succeeded' : 'before');
}
