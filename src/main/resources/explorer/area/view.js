// One area: what its schools are, who runs them, how many hands they are in, and who came and went.
import { html, useMemo } from '../lib.js';
import { useArea, useAreaName } from '../ask/areas.js';
import { areaOf } from '../choose/filters.js';
import { useSeries } from '../ask/series.js';
import { Empty, settled } from '../show/states.js';
import { FRAGMENTATION, useMeasures } from '../ask/measures.js';
import { AreaHead } from './head.js';
import { AreaTiles } from './tiles.js';
import { Composition } from './composition.js';
import { SECTOR_MEASURES } from '../show/sectors.js';
import { Fragmentation } from './measures.js';
import { Holders } from './bodies.js';
import { Turbulence } from './turbulence.js';
import { Ledger } from './events.js';
import { AreaNetwork } from './network.js';

const MEASURES = ['schools', 'pupils', 'academyShare', ...SECTOR_MEASURES, ...FRAGMENTATION];

/** Of the area in question: its id, its name, and all else as soon as it is known. */
function useNamed(choices) {
  const id = areaOf(choices);
  const answer = useArea(id);
  const name = useAreaName(id);
  return useMemo(() => ({ id, answer, name, known: answer.data?.id === id ? answer.data : null }), [id, answer, name]);
}

function Shown({ choices, release }) {
  const area = useNamed(choices);
  const catalogue = useMeasures();
  const main = useSeries('/v1/fragmentation/series', MEASURES, choices, release);
  const trusts = useSeries('/v1/trust-sizes/series', ['trusts'], choices, release);
  const given = { choices, release, area };
  return html`<div class="area" data-area=${area.id}>
    <${AreaHead} area=${area} />
    ${settled([catalogue, main], `the measures of ${area.name}`, () => (main.values.schools.some((schools) => schools > 0) ? html`
      <${AreaTiles} ...${given} main=${main} trusts=${trusts} />
      <div class="grid two">
        <${Composition} ...${given} series=${main} />
        <${Turbulence} ...${given} />
        <${Holders} ...${given} />
      </div>
      <${Fragmentation} ...${given} series=${main} catalogue=${catalogue.data} />
      <div class="grid two below"><${AreaNetwork} ...${given} series=${main} /><${Ledger} ...${given} /></div>`
      : html`<${Empty}>There never was such a school in ${area.name}. Choose another phase or other schools above.<//>`))}
  </div>`;
}

/** Another area begins anew: the answers to the one before would stand under its name. */
export default function AreaView({ choices, release }) {
  return html`<${Shown} key=${areaOf(choices)} choices=${choices} release=${release} />`;
}
