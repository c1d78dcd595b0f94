// The figures of the day, and what has become of them within a year.
import { html } from '../lib.js';
import { absence } from './head.js';
import { changeOf } from '../ask/measures.js';
import { count, day, defined, number, percent } from '../show/words.js';

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

function Tile({ id, label, format, now, before }) {
  const by = defined(now) && defined(before) ? now - before : null;
  return html`<li class="tile" data-measure=${id} data-value=${now} data-before=${before}>
    <span class="label">${label}</span><b>${format(now)}</b>
    <small>${by === null ? 'a year before not known' : by === 0 ? 'as a year before' : `${changeOf({ share: format === percent, format }, by)} in a year`}</small></li>`;
}

export function AreaTiles({ area, main, trusts }) {
  const absent = absence(area.known, main.asOf);
  return html`<section aria-label=${`${area.name} on ${day(main.asOf)}`}>
    <h2 class="hidden">${area.name} on ${day(main.asOf)}</h2>
    ${!main.now.schools && html`<p class="notice" role="status">${absent ?? 'No such school was open here'}: there is nothing to count on ${day(main.asOf)}.</p>`}
    <ul class="tiles">${TILES.map((tile) => {
      const from = tile.id === 'trusts' ? trusts : main;
      return html`<${Tile} key=${tile.id} ...${tile} now=${from.now?.[tile.id]} before=${from.before?.[tile.id]} />`;
    })}</ul></section>`;
}
