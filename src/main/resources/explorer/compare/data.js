// One measure of all areas of a kind: asked once for every month, read at any day.
import { d3, useMemo } from '../lib.js';
import { useAnswer } from '../ask/api.js';
import { schoolParameters } from '../choose/filters.js';
import { dayOf, isDay } from '../ask/release.js';
import { sinceOf } from '../choose/since.js';
import { defined } from '../show/words.js';

/** Kinds of area that can be compared: `by=` and how they are called. */
export const KINDS = {
  'local-authority': 'Local authorities', region: 'Regions', country: 'Countries', consortium: 'Consortia', diocese: 'Dioceses',
  constituency: 'Constituencies', 'rsc-region': 'Regions of the commissioners',
};

export const MOST_CHOSEN = 12;
const ENDS = 3;

/** The kind in the address if there is one of that name. */
export function byOf(choices) {
  return KINDS[choices.by] ? choices.by : 'local-authority';
}

/** Days that are no ticks, each asked for alone: the last of the record, which every slider comes to, and those typed in. */
function useExact(path, parameters, dates, iso) {
  return useAnswer(dates && !dates.includes(iso) ? path : null, { ...parameters, from: iso, to: iso, step: 'year' });
}

/**
 * `{status, problem, dates, lines: [{area, values}], spread, csv, asOf, since, at(line, day)}`; `spread` is median and quartiles of all the
 * areas, as LineChart takes them.
 */
export function useComparison(measure, choices, release) {
  const own = { by: byOf(choices), measure: measure.id, weight: choices.weight, geography: choices.geography, ...schoolParameters(choices) };
  const answer = useAnswer(measure.path, { ...own, from: release.since, to: release.extractDate, step: 'month' });
  const [asOf, since] = [dayOf(choices, release), sinceOf(choices, release)];
  const dates = answer.data?.dates;
  const last = release.extractDate;
  const sinceLast = sinceOf({ since: isDay(choices.since ?? '') ? choices.since : null }, release);
  const exact = [last, sinceLast, asOf, since].map((iso) => useExact(measure.path, own, dates, iso));
  const still = useMemo(() => answer.data && {
    dates, lines: answer.data.series.map(({ area, values }) => ({ area, values })), spread: spreadOf(dates, answer.data.series),
  }, [answer.data]);
  return useMemo(() => {
    if (!still) return { status: answer.status, problem: answer.problem };
    const others = exact.filter((each) => each.data).map((each) =>
      [each.data.dates[0], new Map(each.data.series.map((line) => [line.area.id, line.values[0]]))]);
    const at = (line, iso) => {
      const place = dates.indexOf(iso);
      return (place >= 0 ? line.values[place] : others.find(([on]) => on === iso)?.[1].get(line.area.id)) ?? null;
    };
    return { ...still, status: answer.status, problem: answer.problem, csv: answer.links.csv, asOf, since, at };
  }, [answer, still, ...exact, asOf, since]);
}

/** Median and quartiles of all areas on each day. */
function spreadOf(dates, series) {
  const on = dates.map((_, place) => series.map((line) => line.values[place]).filter(defined).sort(d3.ascending));
  const quantile = (part) => on.map((values) => d3.quantileSorted(values, part) ?? null);
  return { dates, low: quantile(0.25), middle: quantile(0.5), high: quantile(0.75) };
}

/** The order in the address, `-change` for the greatest change first, as Table has it. */
export function sortOf(choices) {
  const text = choices.sort || '-change';
  return { key: text.replace(/^-/, ''), down: text.startsWith('-') };
}

/** A row for each area with the values of both days and its place in the order. */
export function rowsOf({ lines, at, asOf, since }, sort) {
  const rows = lines.map((line) => {
    const [value, before] = [at(line, asOf), at(line, since)];
    return { id: line.area.id, area: line.area, line, value, before, change: defined(value) && defined(before) ? value - before : null };
  }).filter((row) => defined(row.value) || defined(row.before));
  const key = ['value', 'before', 'change'].includes(sort.key) ? sort.key : 'value';
  const way = sort.key === key && !sort.down ? -1 : 1;
  const order = rows.filter((row) => defined(row[key])).sort((a, b) => way * (b[key] - a[key]));
  order.forEach((row, place) => {
    row.rank = place && order[place - 1][key] === row[key] ? order[place - 1].rank : place + 1;
  });
  return rows;
}

/** The areas chosen in the address. */
export function chosenOf(choices) {
  return (choices.compare ?? '').split(',').filter(Boolean).slice(0, MOST_CHOSEN);
}

/** Those that changed most, up and down: they are drawn where none is chosen. */
export function mostChanged(rows) {
  const order = rows.filter((row) => defined(row.change)).sort((a, b) => b.change - a.change);
  if (!order.length) return rows.slice(0, 2 * ENDS).map((row) => row.id);
  const fallen = Math.min(ENDS, order.filter((row) => row.change < 0).length);
  const kept = order.length <= 2 * ENDS ? order : [...order.slice(0, 2 * ENDS - fallen), ...order.slice(order.length - fallen)];
  return kept.map((row) => row.id);
}
