// A figure of the day, and what has become of it within a year.
import { html } from '../lib.js';
import { defined, moved, number, percent, points } from './words.js';

function sinceLastYear(now, before, format) {
  if (!defined(now)) return 'not defined on the day';
  if (!defined(before)) return 'a year before not known';
  if (now === before) return 'as a year before';
  return `${format === percent ? points(now - before) : moved(before, now, format)} in a year`;
}

/**
 * A tile of a list of tiles.
 *
 * @param measure its id
 * @param format how it is written: count, number or percent, whose change is told in percentage points
 */
export function Tile({ measure, label, format = number, now, before }) {
  return html`<li class="tile" data-measure=${measure} data-value=${now} data-before=${before}>
    <span class="label">${label}</span><b>${format(now)}</b><small>${sinceLastYear(now, before, format)}</small></li>`;
}
