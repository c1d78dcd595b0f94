// Measures of an area through time, read against the areas of its kind.
import { html, useMemo } from '../lib.js';
import { EVERYWHERE } from '../ask/areas.js';
import { useAnswer } from '../ask/api.js';
import { LineChart } from '../show/charts.js';
import { Figure } from '../show/figure.js';
import { schoolParameters } from '../choose/filters.js';
import { axisOf, caveat, changeOf, FRAGMENTATION, measureOf, MeasureSelect, reading } from '../ask/measures.js';
import { kindOf, useSeries } from '../ask/series.js';
import { settled } from '../show/states.js';
import { choose, viewAddress } from '../choose/state.js';
import { day, defined } from '../show/words.js';

/** Of fewer areas than this, a median says nothing. */
const KINDS_OF_MANY = { 'local-authority': 'authorities', region: 'regions', diocese: 'dioceses', constituency: 'constituencies' };

/** Median and quartiles of the areas of the same kind, year by year; by measure. Nothing where there are none, or not yet. */
function useSpread(path, measures, { choices, release, area }) {
  const kind = kindOf(area.id);
  const asked = area.id !== EVERYWHERE && KINDS_OF_MANY[kind];
  const answer = useAnswer(asked ? path : null, {
    from: release.since, to: release.extractDate, step: 'year', by: kind, measure: measures, summary: 'quartiles', weight: choices.weight,
    ...schoolParameters(choices),
  });
  return useMemo(() => {
    if (!asked || answer.status !== 'ready') return {};
    const line = (measure, summary) => answer.data.series.find((each) => each.measure === measure && each.summary === summary)?.values;
    return Object.fromEntries(measures.filter((measure) => line(measure, 'median')).map((measure) => [measure, {
      dates: answer.data.dates, low: line(measure, 'lowerQuartile'), middle: line(measure, 'median'), high: line(measure, 'upperQuartile'),
      kind: KINDS_OF_MANY[kind],
    }]));
  }, [answer, asked]);
}

/** The median in the year of a day. */
function medianOn(band, iso) {
  const place = band ? band.dates.findLastIndex((date) => date <= iso) : -1;
  return place < 0 ? null : band.middle[place];
}

function tableOf(dates, values, band, measure) {
  const year = (date) => band.dates.indexOf(date);
  const beside = (label, of) => ({ key: label, label: `${label} of ${band.kind}`, numeric: true, format: measure.format, value: (row) => of[year(row.date)] });
  return {
    columns: [{ key: 'date', label: 'Day', format: day }, { key: 'value', label: measure.title, numeric: true, format: measure.format },
      ...(band ? [beside('Lower quartile', band.low), beside('Median', band.middle), beside('Upper quartile', band.high)] : [])],
    rows: dates.map((date, place) => ({ date, value: values[place] })),
  };
}

/** One measure: its line, and behind it what is usual. */
function MeasureFigure({ measure, catalogue, area, series, band, height, wide, beware = '' }) {
  const color = 'var(--accent)';
  const { dates, asOf, csv } = series;
  const values = series.values[measure.id];
  const [now, before] = [series.now[measure.id], series.before[measure.id]];
  const lines = useMemo(() => [{ key: measure.id, label: area.name, color, values }], [measure, values, area.name]);
  const table = useMemo(() => tableOf(dates, values, band, measure), [dates, values, band, measure]);
  const median = medianOn(band, asOf);
  const told = defined(now) ? `${measure.format(now)} on ${day(asOf)}${defined(before) ? `, ${changeOf(measure, before, now)} in a year` : ''}` : `Not defined on ${day(asOf)}`;
  const usual = defined(median) ? `; median of ${band.kind} that year: ${measure.format(median)}` : '';
  const legend = [{ label: area.name, color, line: true, value: measure.format(now) },
    ...(band ? [{ label: `Median and quartiles of ${band.kind}`, color: 'var(--quiet)', line: '4 3', value: measure.format(median) }] : [])];
  return html`<${Figure} title=${measure.title} legend=${legend} table=${table} wide=${wide} csv=${csv && csvOf(csv, measure.id)}
      summary=${html`<span data-measure=${measure.id} data-value=${now}>${told}</span>${usual}. ${reading(measure, catalogue)} ${beware}`}>
    <${LineChart} dates=${dates} series=${lines} band=${band} day=${asOf} height=${height} format=${axisOf(measure)}
      onPick=${(asOf) => choose({ asOf })} label=${`${measure.title} of ${area.name} over time. ${told}${usual}.`} /><//>`;
}

/** The address of the whole answer, cut to one measure. */
function csvOf(address, measure) {
  const [path, query] = address.split('?');
  const parameters = new URLSearchParams(query);
  parameters.delete('measure');
  parameters.set('measure', measure);
  return `${path}?${parameters}`;
}

/** The measures of fragmentation, side by side. */
export function Fragmentation({ choices, release, area, series, catalogue }) {
  const bands = useSpread('/v1/fragmentation/series', FRAGMENTATION, { choices, release, area });
  const chosen = measureOf(choices, catalogue);
  return html`<section class="measures"><h2>In how many hands</h2>
    <div class="filters inside"><${MeasureSelect} value=${chosen} catalogue=${catalogue} onChange=${(measure) => choose({ measure })} />
      ${area.id !== EVERYWHERE && html`<a href=${viewAddress('compare', { measure: chosen, by: kindOf(area.id), compare: area.id })}>All areas by this measure</a>`}</div>
    <${ChosenMeasure} key=${chosen} choices=${choices} release=${release} area=${area} catalogue=${catalogue} />
    <div class="grid small">${FRAGMENTATION.filter((id) => id !== chosen && catalogue[id]).map((id) => html`
      <${MeasureFigure} key=${id} measure=${catalogue[id]} catalogue=${catalogue} area=${area} series=${series} band=${bands[id]} height=${150} />`)}</div></section>`;
}

/** The measure of the choices, which may be of any family. */
function ChosenMeasure({ choices, release, area, catalogue }) {
  const id = measureOf(choices, catalogue);
  const measures = useMemo(() => [id], [id]);
  const measure = catalogue[id];
  const series = useSeries(measure.path, measures, choices, release);
  const bands = useSpread(measure.path, measures, { choices, release, area });
  return settled([series], measure.title, () => html`
    <${MeasureFigure} measure=${measure} catalogue=${catalogue} area=${area} series=${series} band=${bands[id]} height=${260} wide beware=${caveat(measure, catalogue)} />`);
}
