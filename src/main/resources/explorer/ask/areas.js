// The areas there are, and what is known of one.
import { useMemo } from '../lib.js';
import { useAnswer } from './api.js';
import { day } from '../show/words.js';

/** The word for England and Wales together, where an id of an area could stand. */
export const EVERYWHERE = 'all';

/** Kinds of area to choose from. */
export const AREA_KINDS = ['country', 'region', 'consortium', 'local-authority'];
const PLURALS = { country: 'Countries', region: 'Regions', consortium: 'Consortia', 'local-authority': 'Local authorities' };

const useLists = () => AREA_KINDS.map((kind) => useAnswer('/v1/areas', { kind, limit: 1000 }));

/** Areas to choose from, by kind. */
export function useAreas() {
  const lists = useLists();
  return useMemo(() => lists.map((list, i) => ({ label: PLURALS[AREA_KINDS[i]], areas: list.data ?? [] })), lists);
}

/** All that is known of an area. */
export function useArea(id) {
  return useAnswer(id === EVERYWHERE ? null : `/v1/areas/${encodeURIComponent(id).replace('%3A', ':')}`);
}

/** What an area is called, by its id. One that cannot be chosen, such as an authority that was abolished, is asked for. */
export function useAreaName(id = EVERYWHERE) {
  const lists = useLists();
  const listed = lists.flatMap((list) => list.data ?? []).find((each) => each.id === id);
  const asked = useArea(listed || lists.some((list) => list.status === 'loading') ? EVERYWHERE : id);
  return id === EVERYWHERE ? 'England and Wales' : listed?.name ?? (asked.data?.id === id ? asked.data.name : id);
}

/** Why there is nothing of an area on a day: it had not come into being, or had ceased to be; null if it was there. */
export function absence(known, iso) {
  if (known?.from && iso < known.from) return `${known.name} came into being on ${day(known.from)}`;
  return known?.to && iso >= known.to ? `${known.name} ceased to be on ${day(known.to)}` : null;
}
