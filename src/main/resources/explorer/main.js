// The page: what surrounds every view, and which view is shown.
import { html, render, useEffect, useErrorBoundary, useRef, useState } from './lib.js';
import { ask, Trouble } from './ask/api.js';
import { useChoices, viewAddress } from './choose/state.js';
import { Release, releaseOf } from './ask/release.js';
import { Filters } from './choose/filters.js';
import { Search } from './choose/search.js';
import { TimeBar } from './choose/time-bar.js';
import { Failed, Loading } from './show/states.js';
import { day } from './show/words.js';

/** Views by the word in the address; each is loaded when it is first shown. */
const VIEWS = {
  overview: { title: 'Overview', line: 'Every school’s ground in the colour of who governs it. Move the time below and watch it change hands.', load: () => import('./overview/view.js') },
  area: { title: 'Area', line: 'One area through time: what its schools are, who runs them, and who came and went.', load: () => import('./area/view.js') },
  compare: { title: 'Compare', line: 'All areas by one measure, side by side. Sort by change to see where it went furthest.', load: () => import('./compare/view.js') },
  body: { title: 'Body', line: 'A trust, authority or federation: how it grew, where its schools are, whom it took them from and lost them to.', load: () => import('./body/view.js') },
  school: { title: 'School', line: 'One school and those whose place it took: everybody who ever ran it, and what it is tied to.', load: () => import('./school/view.js') },
  network: { title: 'Network', line: 'Schools and the bodies that tie them together. Nodes stay put while time moves, so that what changes can be seen.', load: () => import('./network/view.js') },
  queries: { title: 'Queries', line: 'Ready questions with a form, or Cypher of your own. Every result comes as a table, and as a graph or a map where it is one.', load: () => import('./queries/view.js') },
  data: { title: 'Data', line: 'Where it all comes from, what is wrong with it, and how every number is reckoned.', load: () => import('./data/view.js') },
};

/** Views without a day to choose. */
const TIMELESS = new Set(['queries', 'data']);

function Navigation({ view }) {
  const bar = useRef();
  // Where the bar is too narrow for all views, the one that is shown is in sight.
  useEffect(() => {
    const current = bar.current.querySelector('[aria-current]');
    if (current) bar.current.scrollLeft = current.offsetLeft - (bar.current.clientWidth - current.offsetWidth) / 2;
  }, [view]);
  return html`<nav aria-label="Views" ref=${bar}><ul>${Object.entries(VIEWS).map(([word, each]) => html`
    <li><a href=${viewAddress(word)} aria-current=${word === view ? 'page' : null}>${each.title}</a></li>`)}</ul></nav>`;
}

function View({ view, choices, release }) {
  const [loaded, setLoaded] = useState({});
  const [error, reset] = useErrorBoundary((e) => console.error(e));
  const heading = useRef();
  const known = VIEWS[view];
  useEffect(() => {
    if (error) reset();
    let wanted = true;
    known.load().then((module) => wanted && setLoaded({ view, module })).catch(() => wanted && setLoaded({ view, failed: true }));
    return () => { wanted = false; };
  }, [view]);
  useEffect(() => {
    document.title = `${known.title} · Middle Tier`;
    if (heading.current && document.activeElement !== document.body) heading.current.focus({ preventScroll: true });
  }, [view]);
  // Not that of the view before, which would stand under the name of this one until it is replaced.
  const { module, failed } = loaded.view === view ? loaded : {};
  const Shown = module?.default;
  return html`<main id="view" data-view=${view}>
    <header class="opening"><h1 tabindex="-1" ref=${heading}>${known.title}</h1><p class="guide">${known.line}</p></header>
    ${error ? html`<${Failed} problem=${{ title: 'This view could not be drawn', detail: String(error.message ?? error) }} />`
      : failed ? html`<${Failed} problem=${{ title: 'This view could not be loaded', detail: 'A newer version may be running: load the page again.' }} />`
      : Shown ? html`<${Shown} choices=${choices} release=${release} />` : html`<${Loading} what="the view" />`}
  </main>`;
}

function Footer({ release }) {
  return html`<footer><p>${release.madeUp && html`<strong>The schools of this release are made up. </strong>`}Data up to ${day(release.extractDate)}. ${release.attribution.join(' ')}</p>
    <p><a href="/docs">API</a> · <a href="/v1">Every address</a> · <a href=${viewAddress('data')}>About the data</a></p></footer>`;
}

function Page() {
  const choices = useChoices();
  const [release, setRelease] = useState(null);
  const [problem, setProblem] = useState(null);
  useEffect(() => {
    ask('/v1/status').then((envelope) => setRelease(releaseOf(envelope)))
      .catch((e) => setProblem(e instanceof Trouble ? e.problem : { title: String(e) }));
  }, []);
  const view = VIEWS[choices.view] ? choices.view : 'overview';
  return html`
    <a class="skip" href="#view">Skip to the content</a>
    <header class="top">
      <a class="brand" href="/"><span class="mark" aria-hidden="true"></span>Middle Tier</a>
      <${Navigation} view=${view} />
      <${Search} />
    </header>
    ${problem ? html`<main id="view"><h1>Middle Tier</h1><${Failed} problem=${problem} /></main>`
      : !release ? html`<main id="view"><h1>Middle Tier</h1><${Loading} what="the release" /></main>`
      : html`<${Release.Provider} value=${release}>
          <${Filters} view=${view} choices=${choices} />
          ${choices.view && !VIEWS[choices.view] && html`<p class="notice" role="status">There is no view “${choices.view}”; this is the overview.</p>`}
          <${View} view=${view} choices=${choices} release=${release} />
          <${Footer} release=${release} />
          ${!TIMELESS.has(view) && html`<${TimeBar} choices=${choices} release=${release} />`}
        <//>`}`;
}

const root = document.getElementById('explorer');
root.replaceChildren();
render(html`<${Page} />`, root);
