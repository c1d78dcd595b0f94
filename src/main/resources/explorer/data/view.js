// Where it all comes from, what is wrong with it, how far it agrees with what was published, and how every number is reckoned.
import { html } from '../lib.js';
import { viewAddress } from '../choose/state.js';
import { Evidence } from './evidence.js';
import { Issues } from './issues.js';
import { Measures } from './measures.js';
import { Sources } from './sources.js';

const TABS = {
  sources: { title: 'Sources', shown: Sources },
  issues: { title: 'Issues', shown: Issues },
  evidence: { title: 'Evidence', shown: Evidence },
  measures: { title: 'Measures', shown: Measures },
};

export default function View({ choices, release }) {
  const tab = TABS[choices.tab] ? choices.tab : 'sources';
  const Shown = TABS[tab].shown;
  return html`<div class="data">
    <nav class="tabs" aria-label="About the data"><ul>${Object.entries(TABS).map(([word, { title }]) => html`
      <li><a href=${viewAddress('data', { tab: word === 'sources' ? null : word })} aria-current=${word === tab ? 'page' : null}>${title}</a></li>`)}</ul></nav>
    <${Shown} key=${tab} choices=${choices} release=${release} /></div>`;
}
