// What an id or a node of the graph stands for, and the view that shows it.
import { viewAddress } from '../choose/state.js';
import { isDay } from './release.js';
import { day, name } from '../show/words.js';

const AREAS = new Set(['la', 'region', 'rsc-region', 'country', 'consortium', 'constituency', 'diocese']);
const BODIES = new Set(['trust', 'federation', 'foundation-trust', 'umbrella-trust', 'sponsor', 'alliance', 'hub', 'group', 'pairing', 'peer-enquiry',
  'partnership', 'collaborative', 'shared-leadership']);
const OF_MANY = new Set(['Body', 'Area']);

/** The address of the view of a thing, by its id; null if it has none. */
export function hrefOf(id) {
  const [kind, rest] = String(id).split(/:(.*)/s);
  if (!rest) return null;
  if (kind === 'school') return viewAddress('school', { urn: rest });
  if (AREAS.has(kind)) return viewAddress('area', { area: id });
  return BODIES.has(kind) ? viewAddress('body', { body: id }) : null;
}

/** The address of a school, by its URN. */
export function hrefOfUrn(urn) {
  return viewAddress('school', { urn });
}

export function isNode(value) {
  return Array.isArray(value?.labels) && typeof value.properties === 'object';
}

export function isRelationship(value) {
  return typeof value?.type === 'string' && 'start' in value && 'end' in value;
}

/** `{id, name, kind}`, as the interface gives areas and bodies. */
export function isReference(value) {
  return typeof value?.id === 'string' && typeof value.name === 'string';
}

export function isPoint(value) {
  return typeof value?.longitude === 'number' && typeof value.latitude === 'number';
}

/** The one word for what a node is: `MultiAcademyTrust` of `Body` and `MultiAcademyTrust`. */
export function kindOfNode(labels) {
  return labels?.find((label) => !OF_MANY.has(label)) ?? labels?.[0] ?? 'Node';
}

export function nameOfNode(properties) {
  return name(properties.name ?? properties.title ?? properties.id);
}

/** A value as text, for sorting, filtering and reading out. */
export function textOf(value) {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  if (typeof value !== 'object') return value;
  if (isNode(value)) return nameOfNode(value.properties);
  if (isRelationship(value)) return relationshipText(value);
  if (isReference(value)) return name(value.name);
  if (isPoint(value)) return `${value.latitude}, ${value.longitude}`;
  return JSON.stringify(value);
}

/** `GOVERNED_BY since 1 Sep 2012`. */
export function relationshipText({ type, properties: { from, to, on } = {} }) {
  const days = [on && `on ${dayText(on)}`, from && `since ${dayText(from)}`, to && `until ${dayText(to)}`].filter(Boolean);
  return [type, ...days].join(' ');
}

function dayText(text) {
  return isDay(text) ? day(text) : text;
}
