// Where the reader is: every choice is a parameter of the page's address, so that any view is a link.
import { useEffect, useState } from '../lib.js';

/** Choices that mean the same in every view and go along from one to the next. */
const SHARED = ['asOf', 'area', 'phase', 'scope', 'weight', 'measure', 'layers'];

const listeners = new Set();
let state = read();
let pending = 0;

function read() {
  return Object.fromEntries(new URLSearchParams(location.search));
}

/** The address of the page with some choices changed; a choice that is null or empty is left out. */
export function address(changes, from = state) {
  const next = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...from, ...changes })) {
    if (value !== null && value !== undefined && value !== '') next.set(key, value);
  }
  const query = next.toString().replaceAll('%3A', ':').replaceAll('%2C', ',');
  return query ? `/?${query}` : '/';
}

/** The address of another view, with the choices that all views share. */
export function viewAddress(view, changes = {}) {
  const kept = Object.fromEntries(SHARED.filter((key) => state[key]).map((key) => [key, state[key]]));
  return address({ view: view === 'overview' ? null : view, ...changes }, kept);
}

function write(mode) {
  clearTimeout(pending);
  pending = 0;
  const url = address({});
  if (url === location.pathname + location.search) return;
  if (mode === 'push') history.pushState(null, '', url);
  else history.replaceState(null, '', url);
}

/**
 * Makes choices.
 *
 * @param mode push: a step that the back button undoes; replace: one that it does not; settle: one of many in quick
 *     succession, such as those of a slider, of which only the last is put into the address
 */
export function choose(changes, mode = 'push') {
  if (mode === 'push' && pending) write('replace');
  state = { ...state };
  for (const [key, value] of Object.entries(changes)) {
    if (value === null || value === undefined || value === '') delete state[key];
    else state[key] = String(value);
  }
  if (mode === 'settle') {
    clearTimeout(pending);
    pending = setTimeout(() => write('replace'), 250);
  } else {
    write(mode);
  }
  listeners.forEach((listener) => listener(state));
}

/** Follows a link to a view of this page without loading it anew. */
export function follow(href) {
  if (pending) write('replace');
  history.pushState(null, '', href);
  state = read();
  listeners.forEach((listener) => listener(state));
  scrollTo(0, 0);
}

/** The choices as they are now, to a component that is drawn again when they change. */
export function useChoices() {
  const [now, set] = useState(state);
  useEffect(() => {
    listeners.add(set);
    set(state);
    return () => listeners.delete(set);
  }, []);
  return now;
}

addEventListener('popstate', () => {
  clearTimeout(pending);
  pending = 0;
  state = read();
  listeners.forEach((listener) => listener(state));
});

// Links between views are plain links, which can be copied and opened in a new tab.
addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href]');
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
  if (link.getAttribute('target') || link.hasAttribute('download')) return;
  // Links in pictures have neither origin nor path of their own.
  const to = new URL(link.getAttribute('href'), location.href);
  if (to.origin !== location.origin || to.pathname !== '/') return;
  if (to.hash && to.search === location.search) return;
  event.preventDefault();
  follow(to.pathname + to.search);
});
