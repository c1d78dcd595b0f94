// Who governed which school through all time, asked once and counted in the page on any day.
import { d3 } from './lib.js';
import { useAnswer } from './api.js';

/** The spells of the schools asked for: `{status, problem, data}`, data as /v1/patchwork gives it. */
export function usePatchwork(parameters) {
  return useAnswer('/v1/patchwork', parameters);
}

/** Calls back with the place of every spell that holds on a day. Days are compared by their places in the list of days. */
export function eachSpellOn(data, day, take) {
  const { from, to } = data.spells;
  const now = d3.bisectRight(data.dates, day) - 1;
  for (let spell = 0; spell < from.length; spell++) {
    if ((from[spell] === null || from[spell] <= now) && (to[spell] === null || to[spell] > now)) take(spell);
  }
}

/** Bodies with a school on a day, that with most schools first: `[{body: {id, name, kind} | null, sector, schools}]`. */
export function bodiesOn(data, day) {
  const found = new Map();
  eachSpellOn(data, day, (spell) => {
    const body = data.spells.body[spell];
    const known = found.get(body);
    if (known) known.schools++;
    else found.set(body, { body: body === null ? null : data.bodies[body], sector: data.sectors[data.spells.sector[spell]], schools: 1 });
  });
  return [...found.values()].sort((a, b) => b.schools - a.schools || d3.ascending(a.body?.name, b.body?.name));
}
