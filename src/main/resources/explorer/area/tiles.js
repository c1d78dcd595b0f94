// The figures of the day, and what has become of them within a year.
import { html } from '../lib.js';
import { absence } from '../ask/areas.js';
import { Tile } from '../show/tile.js';
import { count, day, number, percent } from '../show/words.js';

/** In the order of reading. */
const TILES = [
  { id: 'schools', label: 'State-funded schools', format: count },
  { id: 'academyShare', label: 'Run by trusts', format: percent },
  { id: 'bodies', label: 'Bodies that run them', format: count },
  { id: 'effectiveBodies', label: 'Effective number of bodies', format: number },
  { id: 'largestShare', label: 'Share of the largest body', format: percent },
  { id: 'trusts', label: 'Trusts', format: count },
  { id: 'disintermediation', label: 'With nobody between them and central government', format: percent },
  { id: 'volatility', label: 'Changed hands within the year', format: percent },
  { id: 'crossBoundaryShare', label: 'Trust schools run from elsewhere', format: percent },
];

export function AreaTiles({ area, main, trusts }) {
  const absent = absence(area.known, main.asOf);
  return html`<section aria-label=${`${area.name} on ${day(main.asOf)}`}>
    <h2 class="hidden">${area.name} on ${day(main.asOf)}</h2>
    ${!main.now.schools && html`<p class="notice" role="status">${absent ?? 'No such school was open here'}: there is nothing to count on ${day(main.asOf)}.</p>`}
    <ul class="tiles">${TILES.map((tile) => {
      const from = tile.id === 'trusts' ? trusts : main;
      return html`<${Tile} key=${tile.id} measure=${tile.id} label=${tile.label} format=${tile.format} now=${from.now?.[tile.id]} before=${from.before?.[tile.id]} />`;
    })}</ul></section>`;
}
