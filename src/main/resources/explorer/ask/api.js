// Questions to the public interface. An answer is kept while the page is open: no question is asked twice.
import { useEffect, useState } from '../lib.js';
import { send } from './token.js';

const MOST_KEPT = 80;
const kept = new Map();

/** A failure as the server tells it (RFC 9457), or one of the way to it. */
export class Trouble extends Error {
  constructor(problem) {
    super(problem.detail || problem.title);
    this.problem = problem;
  }
}

/** An address with its parameters; lists stand several times, what is null or empty is left out. */
export function url(path, parameters = {}) {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(parameters)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== null && each !== undefined && each !== '') query.append(key, each);
    }
  }
  const text = query.toString().replaceAll('%3A', ':');
  return text ? `${path}?${text}` : path;
}

async function load(address, options, again = 4) {
  let response;
  try {
    response = await send(address, { ...options, headers: { Accept: 'application/json', ...options?.headers } });
  } catch {
    throw new Trouble({ title: 'The server cannot be reached', detail: 'The server does not answer. Is it still running?' });
  }
  if (response.status === 503 && again > 0) {
    const seconds = Math.min(5, Number(response.headers.get('Retry-After')) || 1);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    return load(address, options, again - 1);
  }
  const type = response.headers.get('Content-Type') ?? '';
  const body = type.includes('json') ? await response.json() : { title: response.statusText, detail: await response.text() };
  if (!response.ok) throw new Trouble({ status: response.status, ...body });
  return body;
}

/** Asks; gives the envelope `{data, meta, links}`, or throws a {@link Trouble}. */
export function ask(path, parameters) {
  const address = url(path, parameters);
  if (!kept.has(address)) {
    const answer = load(address);
    kept.set(address, answer);
    answer.catch(() => kept.delete(address));
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value);
  }
  return kept.get(address);
}

/** Asks what is too long for an address; never kept. */
export function post(path, body) {
  return load(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }, 0);
}

/** Asks what is too long for an address, for a file. */
export async function postForFile(path, body) {
  const response = await send(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  if (!response.ok) throw new Trouble({ status: response.status, ...(await response.json()) });
  return response.blob();
}

/**
 * The answer to a question, to a component: `{status: 'loading'|'ready'|'failed', data, meta, links, problem, stale}`.
 * While another question is on its way, the answer to the one before stays in sight (`stale`), so that nothing flickers.
 *
 * @param path null: nothing to ask yet
 */
export function useAnswer(path, parameters) {
  const address = path && url(path, parameters);
  const [answer, set] = useState({ status: 'loading' });
  useEffect(() => {
    if (!address) return undefined;
    let wanted = true;
    const late = setTimeout(() => wanted && set((old) => (old.data ? { ...old, stale: true } : { status: 'loading' })), 120);
    ask(path, parameters)
      .then((envelope) => wanted && set({ status: 'ready', address, ...envelope }))
      .catch((trouble) => wanted && set({ status: 'failed', address, problem: trouble.problem ?? { title: String(trouble) } }))
      .finally(() => clearTimeout(late));
    return () => {
      wanted = false;
      clearTimeout(late);
    };
  }, [address]);
  return address ? answer : { status: 'loading' };
}

/** All rows of a paged list, page by page. */
export async function askAll(path, parameters) {
  const rows = [];
  let envelope = await ask(path, { limit: 1000, ...parameters });
  rows.push(...envelope.data);
  while (envelope.links.next) {
    envelope = await ask(envelope.links.next);
    rows.push(...envelope.data);
  }
  return { ...envelope, data: rows };
}

/** All rows of a list that comes in pages, to a component, as useAnswer gives them; without a path there is nothing to ask yet. */
export function useAll(path) {
  const [answer, set] = useState({ status: 'loading' });
  useEffect(() => {
    if (!path) return undefined;
    let wanted = true;
    set({ status: 'loading' });
    askAll(path)
      .then((envelope) => wanted && set({ status: 'ready', ...envelope }))
      .catch((trouble) => wanted && set({ status: 'failed', problem: trouble.problem ?? { title: String(trouble) } }));
    return () => { wanted = false; };
  }, [path]);
  return answer;
}
