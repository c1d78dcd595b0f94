// The Cypher behind a number: copied, or opened in the editor.
import { html } from '../lib.js';
import { CopyButton } from '../show/copy.js';
import { editorAddress, scriptOf } from '../queries/cypher-text.js';

/**
 * @param source what the editor finds it by if it is too long for an address: `measure:hhi`
 * @param of whose Cypher it is, in words
 */
export function Scripts({ cypher, source, of }) {
  const statements = scriptOf(cypher);
  return html`<span class="scripts"><${CopyButton} text=${cypher} what=${`the Cypher of ${of}`} label="Copy Cypher" />
    ${statements.map((written, index) => {
      const label = statements.length > 1 ? `Open statement ${index + 1}` : 'Open in the editor';
      return html`<a class="button" href=${editorAddress(written, `${source}:${index}`)} aria-label=${`${label}: ${of}`}>${label}</a>`;
    })}</span>`;
}
