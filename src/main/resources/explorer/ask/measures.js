// The measures of areas that can be put on a line or in an order: where each is asked for, and how it is called and written.
import { html, useMemo } from '../lib.js';
import { useAnswer } from './api.js';
import { alike, change, defined, formatOf, moved, NONE, points } from '../show/words.js';

/** Families of the catalogue with a series, and the measures of each that are offered. */
const FAMILIES = [
  { family: 'fragmentation', label: 'Fragmentation', path: '/v1/fragmentation/series', omitted: [] },
  {
    family: 'composition', label: 'Composition', path: '/v1/structure/series',
    omitted: ['academies', 'freeSchools', 'inHardGovernance', 'inSoftGovernance', 'inSoftCollaboration', 'inInformalCollaboration'],
  },
  { family: 'trust-sizes', label: 'Trusts by size', path: '/v1/trust-sizes/series', omitted: [] },
];

export const FRAGMENTATION = [
  'effectiveBodies', 'hhi', 'bodiesPer100Schools', 'largestShare', 'bodies', 'evenness', 'volatility', 'disintermediation',
  'unattachedShare', 'crossBoundaryShare', 'shannon', 'hill1',
];

/** The measure of the choices if it is one that has a series, else the effective number of bodies. */
export function measureOf(choices, catalogue) {
  return catalogue && !catalogue[choices.measure] ? 'effectiveBodies' : choices.measure || 'effectiveBodies';
}

/**
 * The catalogue of these measures by id: `{status, problem, data: {[id]: {id, title, unit, reading, caveat, min, max, path, format}}}`.
 */
export function useMeasures() {
  const answer = useAnswer('/v1/measures');
  return useMemo(() => {
    if (!answer.data) return answer;
    const found = {};
    for (const { family, path, omitted, label } of FAMILIES) {
      for (const row of answer.data.rows) {
        if (row.family !== family || omitted.includes(row.id)) continue;
        found[row.id] = { ...row, path, group: label, share: row.unit === 'share', format: formatOf(row.unit) };
      }
    }
    return { ...answer, data: found };
  }, [answer]);
}

/** A list to choose a measure from. */
export function MeasureSelect({ id = 'measure', value, catalogue, onChange }) {
  return html`<div class="choice"><label for=${id}>Measure</label>
    <select id=${id} value=${value} onChange=${(event) => onChange(event.target.value)}>
      ${FAMILIES.map(({ label }) => html`<optgroup label=${label}>${Object.values(catalogue).filter((each) => each.group === label)
        .map((each) => html`<option value=${each.id}>${each.title}</option>`)}</optgroup>`)}
    </select></div>`;
}

/** Other measures by their titles, where the catalogue has their ids. */
function titled(text, catalogue) {
  return text.replace(/[a-z]+(?:[A-Z][a-z]+)+/g, (id) => (catalogue[id] ? `“${catalogue[id].title}”` : id));
}

/** What a measure says, as a sentence. */
export function reading(measure, catalogue) {
  return `A higher value: ${titled(measure.reading, catalogue)}.`;
}

/** What to beware of. */
export function caveat(measure, catalogue) {
  return titled(measure.caveat ?? '', catalogue);
}

/** What a value has changed by: a share in percentage points. */
export function changeOf(measure, before, now) {
  if (!defined(before) || !defined(now)) return NONE;
  return measure.share ? points(now - before) : moved(before, now, measure.format);
}

/** How a column of values and one of changes are written, that of a share in points as its heading says: `{value, change}`. */
export function columnOf(measure, values) {
  const bare = (value) => (defined(value) ? change(Math.round(value * 1000) / 10, tenths.format) : NONE);
  return measure.share ? { value: measure.format, change: bare } : alike(values);
}

const tenths = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const coarse = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 });

/** How the ticks of its axis are written. */
export function axisOf(measure) {
  return measure.share ? coarse.format : measure.format;
}
