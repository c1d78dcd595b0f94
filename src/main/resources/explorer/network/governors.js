// Who governs the schools of a network on a day, and the colours that come of it.
import { there } from './graph.js';
import { kindColour, sectorColour } from '../show/palette.js';
import { sector as sectorName, spaced, within } from '../show/words.js';

/** Kinds of body that say which sector the schools they govern are in. */
const GOVERNORS = { LocalAuthority: 'la-maintained', MultiAcademyTrust: 'multi-academy-trust', SingleAcademyTrust: 'single-academy-trust', UnknownTrust: 'academy-trust-unknown' };

/** The sector of the schools that a body of this kind governs; undefined if it governs none. */
export const sectorOfKind = (kind) => GOVERNORS[kind];

/** By school: `{body, sector}`, out of the ties of governance that hold on a day. */
export function governors(graph, day) {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const of = new Map();
  for (const edge of graph.edges) {
    if (edge.layer !== 'governance' || !there(edge.spells, day)) continue;
    const wales = nodes.get(edge.source)?.sector === 'welsh-maintained';
    of.set(edge.source, { body: edge.target, sector: wales ? 'welsh-maintained' : sectorOfKind(nodes.get(edge.target)?.kind) });
  }
  return of;
}

/** The colour of a node: a school's is that of its sector, a body's that of its kind. */
export function colouredBySector(governed) {
  return (node) => (node.kind === 'School' ? sectorColour(governed.get(node.id)?.sector ?? node.sector) : kindColour(node.kind));
}

/** What these colours mean, of the nodes that are shown. */
export function sectorLegend(shown, governed) {
  const sectors = [...new Set(shown.filter((node) => node.kind === 'School').map((node) => governed.get(node.id)?.sector ?? node.sector))];
  const kinds = [...new Set(shown.filter((node) => node.kind !== 'School').map((node) => node.kind))];
  return [...sectors.map((sector) => ({ label: `Schools: ${within(sectorName(sector))}`, color: sectorColour(sector), round: true })),
    ...kinds.map((kind) => ({ label: spaced(kind), color: kindColour(kind) }))];
}
