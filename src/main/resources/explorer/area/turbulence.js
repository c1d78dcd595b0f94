// How fast an area's schools change hands: what began, moved and ended, year by year.
import { html, useMemo } from '../lib.js';
import { useAnswer } from '../ask/api.js';
import { YearColumns } from '../show/bars.js';
import { Figure } from '../show/figure.js';
import { EVERYWHERE } from '../ask/areas.js';
import { areaOf, areaParameter, schoolParameters } from '../choose/filters.js';
import { dayOf } from '../ask/release.js';
import { kindOf } from '../ask/series.js';
import { settled } from '../show/states.js';
import { choose } from '../choose/state.js';
import { count, day, list, many } from '../show/words.js';

const EVENTS = [
  { key: 'openings', label: 'Opened', color: '#228833', words: ['opening'] },
  { key: 'conversions', label: 'Converted', color: '#4477aa', words: ['conversion'] },
  { key: 'transfers', label: 'Moved between trusts', color: '#ee6677', words: ['move between trusts', 'moves between trusts'] },
  { key: 'joins', label: 'Trust became known', color: '#66ccee', words: ['trust that became known', 'trusts that became known'] },
  { key: 'closures', label: 'Closed', color: '#aa3377', down: true, words: ['closure'] },
  { key: 'leaves', label: 'Trust no longer known', color: '#ccbb44', down: true, words: ['trust no longer known', 'trusts no longer known'] },
];

/** Sums of the rows of each period: everywhere, these are those of the countries. */
function periodsOf(rows) {
  const found = new Map();
  for (const row of rows) {
    const period = found.get(row.from) ?? { from: row.from, to: row.to, ...Object.fromEntries(EVENTS.map((event) => [event.key, 0])) };
    for (const event of EVENTS) period[event.key] += row[event.key] ?? 0;
    found.set(row.from, period);
  }
  return [...found.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
}

const COLUMNS = [{ key: 'from', label: 'From', format: day }, { key: 'to', label: 'Before', format: day },
  ...EVENTS.map((event) => ({ key: event.key, label: event.label, numeric: true, format: count }))];

function Chart({ answer, choices, release, area }) {
  const periods = useMemo(() => periodsOf(answer.data.rows), [answer]);
  const series = useMemo(() => EVENTS.filter((event) => periods.some((period) => period[event.key] > 0))
    .map((event) => ({ ...event, values: periods.map((period) => period[event.key]) })), [periods]);
  const asOf = dayOf(choices, release);
  const now = periods.findLast((period) => period.from <= asOf);
  const legend = EVENTS.map(({ key, label, color }) => ({ label, color, value: count(now?.[key]) }));
  const parts = EVENTS.filter((event) => now?.[event.key]).map((event) => many(now[event.key], ...event.words));
  const summary = now ? `${day(now.from)} to before ${day(now.to)}: ${parts.length ? list(parts) : 'nothing came, went or moved'}. What ended is drawn below the line. What the sources show only by comparing two downloads is counted in the year of the second.`
    : 'Nothing is recorded.';
  return html`<${Figure} title=${`Arrivals and departures in ${area.name}`} legend=${legend} summary=${summary}
      table=${{ columns: COLUMNS, rows: periods }} csv=${answer.links.csv}>
    ${periods.length > 0 && html`<${YearColumns} periods=${periods} series=${series} day=${asOf} onPick=${(asOf) => choose({ asOf })}
      label=${`Schools of ${area.name} that opened, converted, moved and closed, by year. ${summary}`} />`}<//>`;
}

export function Turbulence({ choices, release, area }) {
  const id = areaOf(choices);
  const answer = useAnswer('/v1/turbulence', {
    from: release.since, to: release.extractDate, step: 'year', by: id === EVERYWHERE ? 'country' : kindOf(id), area: areaParameter(choices),
    ...schoolParameters(choices),
  });
  return settled([answer], 'arrivals and departures', () => html`<${Chart} answer=${answer} choices=${choices} release=${release} area=${area} />`);
}
