// A file to be taken away: by its address, or made when asked for.
import { html, useState } from '../lib.js';

/**
 * @param href the file's address
 * @param make gives the file to the reader instead, where it has no address; a promise
 */
export function File({ label, href, make }) {
  const [failed, setFailed] = useState('');
  if (href) return html`<a class="button" href=${href} download target="_self">${label}</a>`;
  return html`<button type="button" onClick=${() => make().then(() => setFailed(''), (trouble) => setFailed(trouble.message))}>${label}</button>
    ${failed && html`<span role="alert" class="refused">${failed}</span>`}`;
}
