// Measures of one area over time: asked once for every month of the record, then read at any day.
import { useMemo } from '../lib.js';
import { EVERYWHERE } from './areas.js';
import { useAnswer } from './api.js';
import { areaOf, schoolParameters } from '../choose/filters.js';
import { addMonths, dayOf } from './release.js';

/** The word of `by=` for an area, from its id. */
export function kindOf(areaId) {
  const prefix = areaId.split(':')[0];
  return { la: 'local-authority', rsc: 'rsc-region' }[prefix] ?? prefix;
}

/** How the area of the choices is asked for, so that it is the only line of the answer. */
function within(choices) {
  const area = areaOf(choices);
  return area === EVERYWHERE ? { summary: 'total' } : { area, by: kindOf(area) };
}

function lineOf(data, choices, measure) {
  const area = areaOf(choices);
  return data.series.find((line) => line.measure === measure && (area === EVERYWHERE || line.area?.id === area))?.values;
}

/**
 * Measures of the area of the choices: `{status, problem, dates, values: {measure: […]}, now: {…}, before: {…}, csv}`, where `now`
 * is the day of the choices and `before` a year earlier. A day that is no tick of the series, such as one typed in, is asked for.
 *
 * @param path of the series, such as /v1/structure/series
 */
export function useSeries(path, measures, choices, release) {
  const own = { weight: choices.weight, ...schoolParameters(choices) };
  const parameters = { from: release.since, to: release.extractDate, step: 'month', measure: measures, ...own, ...within(choices) };
  const answer = useAnswer(path, parameters);
  const asOf = dayOf(choices, release);
  const ago = addMonths(asOf, -12);
  const dates = answer.data?.dates;
  const exact = (iso) => ({ ...parameters, from: iso, to: iso, step: 'year' });
  const away = (iso) => dates && !dates.includes(iso);
  // The last day is seldom a tick; it is asked for at once, so that a slider that arrives there finds the answer.
  const last = release.extractDate;
  const lastAnswer = useAnswer(away(last) ? path : null, exact(last));
  const beforeLast = useAnswer(away(addMonths(last, -12)) ? path : null, exact(addMonths(last, -12)));
  const nowAnswer = useAnswer(away(asOf) && asOf !== last ? path : null, exact(asOf));
  const beforeAnswer = useAnswer(ago >= release.since && away(ago) && asOf !== last ? path : null, exact(ago));
  const values = useMemo(() => dates
    && Object.fromEntries(measures.map((measure) => [measure, lineOf(answer.data, choices, measure) ?? dates.map(() => null)])), [answer]);
  return useMemo(() => {
    if (!values) return { status: answer.status, problem: answer.problem };
    const others = [lastAnswer, beforeLast, nowAnswer, beforeAnswer];
    const at = (iso) => {
      const place = dates.indexOf(iso);
      const other = place < 0 && others.find((each) => each.data?.dates[0] === iso);
      return Object.fromEntries(measures.map((measure) =>
        [measure, place >= 0 ? values[measure][place] : other ? lineOf(other.data, choices, measure)?.[0] ?? null : null]));
    };
    return { status: answer.status, problem: answer.problem, dates, values, now: at(asOf), before: at(ago), csv: answer.links.csv, asOf, ago };
  }, [answer, values, lastAnswer, beforeLast, nowAnswer, beforeAnswer, asOf]);
}

/** The titles and units of the catalogue, by measure. */
export function useCatalogue(family) {
  const answer = useAnswer('/v1/measures', { family });
  return useMemo(() => Object.fromEntries((answer.data?.rows ?? []).map((row) => [row.id, row])), [answer]);
}
