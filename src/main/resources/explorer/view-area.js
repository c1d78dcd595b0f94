// One area: what its schools are, who runs them, how many hands they are in, and who came and went.
import { html, useMemo } from './lib.js';
import { areaOf, EVERYWHERE } from './filters.js';
import { useSeries } from './series.js';
import { settled } from './states.js';
import { FRAGMENTATION, useMeasures } from './measures.js';
import { AreaHead, useArea } from './area-head.js';
import { AreaTiles } from './area-tiles.js';
import { Composition, SECTOR_MEASURES } from './area-composition.js';
import { Fragmentation } from './area-measures.js';
import { Holders } from './area-bodies.js';
import { Turbulence } from './area-turbulence.js';
import { Ledger } from './area-events.js';

const MEASURES = ['schools', 'pupils', 'academyShare', ...SECTOR_MEASURES, ...FRAGMENTATION];

/** Of the area in question: its id, and its name as soon as it is known. */
function useNamed(choices) {
  const id = areaOf(choices);
  const answer = useArea(id);
  const known = answer.data?.id === id ? answer.data : null;
  return useMemo(() => ({ id, answer, name: id === EVERYWHERE ? 'England and Wales' : known?.name ?? id }), [id, answer]);
}

export default function AreaView({ choices, release }) {
  const area = useNamed(choices);
  const catalogue = useMeasures();
  const main = useSeries('/v1/fragmentation/series', MEASURES, choices, release);
  const trusts = useSeries('/v1/trust-sizes/series', ['trusts'], choices, release);
  const shown = { choices, release, area };
  return html`<div class="area" data-area=${area.id}>
    <${AreaHead} ...${shown} day=${main.asOf} />
    ${settled([catalogue, main], `the measures of ${area.name}`, () => html`
      <${AreaTiles} ...${shown} main=${main} trusts=${trusts} catalogue=${catalogue.data} />
      <div class="grid two">
        <${Composition} ...${shown} series=${main} />
        <${Turbulence} ...${shown} />
        <${Holders} ...${shown} />
      </div>
      <${Fragmentation} ...${shown} series=${main} catalogue=${catalogue.data} />
      <${Ledger} key=${area.id} ...${shown} />`)}
  </div>`;
}
