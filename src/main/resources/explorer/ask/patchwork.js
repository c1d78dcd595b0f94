// Who governed every school on every day, in columns, as /v1/patchwork gives it; asked for once and then read at any day.
import { useMemo } from '../lib.js';
import { useAnswer } from './api.js';
import { tickOf } from './release.js';

/** `{status, problem, data}`: the columns, with the spells' days as numbers of days that compare. */
export function usePatchwork(parameters) {
  const answer = useAnswer('/v1/patchwork', parameters);
  return useMemo(() => ({ status: answer.status, problem: answer.problem, links: answer.links, data: answer.data && indexed(answer.data) }), [answer]);
}

const NEVER = 1 << 30;

function indexed(data) {
  const { from, to } = data.spells;
  return {
    ...data,
    from: Int32Array.from(from, (day) => day ?? -1),
    to: Int32Array.from(to, (day) => day ?? NEVER),
    school: Int32Array.from(data.spells.school),
    body: Int32Array.from(data.spells.body, (body) => body ?? -1),
    area: Int32Array.from(data.spells.area, (area) => area ?? -1),
    sector: Int32Array.from(data.spells.sector),
  };
}

/** The indices of the spells that hold on a day: one for each open school. */
export function spellsOn(data, day) {
  const at = data.dates.length && data.dates[0] <= day ? tickOf(day, data.dates) : -1;
  const held = new Int32Array(data.school.length);
  let many = 0;
  for (let i = 0; i < held.length; i++) if (data.from[i] <= at && at < data.to[i]) held[many++] = i;
  return held.subarray(0, many);
}

/** Who governs on a day, those with most schools first: `[{body, sector, schools}]`; `body` is null of schools whose trust is not known. */
export function bodiesOn(data, day) {
  const counts = new Map();
  for (const spell of spellsOn(data, day)) {
    const index = data.body[spell];
    const held = counts.get(index);
    if (held) held.schools++;
    else counts.set(index, { body: data.bodies[index] ?? null, sector: data.sectors[data.sector[spell]], schools: 1 });
  }
  return [...counts.values()].sort((a, b) => b.schools - a.schools || (a.body?.name ?? '').localeCompare(b.body?.name ?? ''));
}

/** Whether it is known who it is. */
export const known = (each) => Boolean(each.body) && each.body.kind !== 'UnknownTrust';

/** How many hands the schools are in: one whose trust nobody knows is in hands of its own, as in the measures. */
export const handsOf = (bodies) => bodies.reduce((hands, each) => hands + (known(each) ? 1 : each.schools), 0);
