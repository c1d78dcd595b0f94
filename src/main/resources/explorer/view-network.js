import { html } from './lib.js';
import { Empty } from './states.js';

export default function View() {
  return html`<${Empty}>Not drawn yet.<//>`;
}
