// All areas of a kind by one measure: in order, side by side, and on one axis.
import { html, useMemo } from '../lib.js';
import { Empty, settled } from '../show/states.js';
import { choose } from '../choose/state.js';
import { caveat, MeasureSelect, measureOf, reading, useMeasures } from '../ask/measures.js';
import { byOf, chosenOf, KINDS, MOST_CHOSEN, mostChanged, rowsOf, sortOf, useComparison } from './data.js';
import { Ranking } from './table.js';
import { Multiples } from './multiples.js';
import { useRested } from '../choose/rested.js';
import { Strip } from './strip.js';
import { SinceInput } from '../choose/since.js';

function Controls({ choices, release, catalogue, measure }) {
  const by = byOf(choices);
  return html`<form class="filters inside" aria-label="What is compared" onSubmit=${(event) => event.preventDefault()}>
    <${MeasureSelect} value=${measure.id} catalogue=${catalogue} onChange=${(measure) => choose({ measure })} />
    <div class="choice"><label for="by">Of</label><select id="by" value=${by} onChange=${(event) => choose({ by: event.target.value, compare: null })}>
      ${Object.entries(KINDS).map(([word, label]) => html`<option value=${word}>${label}</option>`)}</select></div>
    <${SinceInput} choices=${choices} release=${release} />
    ${by === 'local-authority' && html`<div class="choice"><label for="geography">Borders</label>
      <select id="geography" value=${choices.geography ?? ''} onChange=${(event) => choose({ geography: event.target.value })}>
        <option value="">As they were</option><option value="current">As they are now</option></select></div>`}
  </form>
  <p class="summary">${reading(measure, catalogue)} ${caveat(measure, catalogue)}</p>`;
}

function Compared({ choices, measure, comparison }) {
  const by = byOf(choices);
  const sort = sortOf(choices);
  const rows = useMemo(() => rowsOf(comparison, sort), [comparison, sort.key, sort.down]);
  // Which areas changed most may be another from month to month; while time plays, their charts stay.
  const most = useRested(mostChanged(rows).join(','));
  const ids = chosenOf(choices).join(',') || most;
  const chosen = useMemo(() => ids.split(',').map((id) => comparison.lines.find((line) => line.area.id === id)).filter(Boolean), [ids, comparison.lines]);
  const toggle = (id) => {
    const now = chosen.map((line) => line.area.id);
    choose({ compare: (now.includes(id) ? now.filter((each) => each !== id) : [...now, id]).slice(0, MOST_CHOSEN).join(',') }, 'replace');
  };
  if (!rows.length) return html`<${Empty}>No area of this kind has a value on either day. Other schools, another phase or another measure may have.<//>`;
  const shown = { choices, measure, comparison, rows, chosen, toggle, what: KINDS[by] };
  return html`<div class="compare" data-by=${by} data-measure=${measure.id}>
    <${Ranking} ...${shown} sort=${sort} />
    <div class="beside"><${Strip} ...${shown} /><${Multiples} ...${shown} /></div></div>`;
}

function Asked({ choices, release, measure }) {
  const comparison = useComparison(measure, choices, release);
  return settled([comparison], `“${measure.title}” of all areas`, () => html`<${Compared} choices=${choices} measure=${measure} comparison=${comparison} />`);
}

export default function CompareView({ choices, release }) {
  const catalogue = useMeasures();
  return settled([catalogue], 'the measures', ({ data }) => {
    const measure = data[measureOf(choices, data)];
    // Another measure, or another kind of area, begins anew: the answer to the one before would stand under its name.
    return html`<${Controls} choices=${choices} release=${release} catalogue=${data} measure=${measure} />
      <${Asked} key=${`${measure.id} ${byOf(choices)}`} choices=${choices} release=${release} measure=${measure} />`;
  });
}
