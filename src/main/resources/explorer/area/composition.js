// What the schools of an area are, through time: by who governs them.
import { html, useMemo, useState } from '../lib.js';
import { StackedArea } from '../show/charts.js';
import { Figure } from '../show/figure.js';
import { layersOf, tableOf } from '../show/sectors.js';
import { choose } from '../choose/state.js';
import { count, day, defined, list, many, percent, within } from '../show/words.js';

export function Composition({ choices, area, series }) {
  const [hovered, setHovered] = useState(null);
  const { dates, values } = series;
  const near = dates.indexOf(hovered);
  const asOf = near < 0 ? series.asOf : hovered;
  const now = near < 0 ? series.now : Object.fromEntries(Object.keys(values).map((measure) => [measure, values[measure][near]]));
  const shares = choices.stack === 'shares';
  const layers = useMemo(() => layersOf(values), [values]);
  const table = useMemo(() => tableOf(dates, layers), [dates, layers]);
  const whole = layers.reduce((sum, layer) => sum + (now[layer.key] ?? 0), 0);
  const told = (layer) => (shares ? percent(whole ? now[layer.key] / whole : null) : count(now[layer.key]));
  const legend = layers.map((layer) => ({ label: layer.label, color: layer.color, value: told(layer) }));
  const parts = layers.filter((layer) => now[layer.key] > 0).sort((a, b) => now[b.key] - now[a.key])
    .map((layer) => `${percent(now[layer.key] / whole)} ${within(layer.label)}`);
  const summary = defined(now.schools) && whole
    ? `${day(asOf)}: of ${many(whole, 'school')} ${list(parts)}.${choices.weight ? ' Schools are counted here, not pupils.' : ''}`
    : `${day(asOf)}: no school.`;
  return html`<${Figure} title=${`Who runs the schools of ${area.name}`} summary=${summary} legend=${legend} table=${table}>
    <p class="switch" role="group" aria-label="Scale">
      <button type="button" aria-pressed=${!shares} onClick=${() => choose({ stack: null })}>Schools</button>
      <button type="button" aria-pressed=${shares} onClick=${() => choose({ stack: 'shares' })}>Shares</button></p>
    <${StackedArea} dates=${dates} series=${layers} shares=${shares} day=${series.asOf} format=${shares ? wholePercent : count}
      onPick=${(asOf) => choose({ asOf })} onHover=${setHovered} label=${`Schools of ${area.name} by who runs them, over time. ${summary}`} /><//>`;
}

const wholePercent = (value) => `${Math.round(value * 100)}%`;
