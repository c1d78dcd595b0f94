// What is told of a node beside its picture.
import { viewAddress } from '../choose/state.js';
import { html } from '../lib.js';
import { name, spaced } from '../show/words.js';

/** The address of the view of a node: of a school, else of a body, also of an authority, which is one here. */
export function addressOf(node) {
  return node.kind === 'School' ? viewAddress('school', { urn: node.id.split(':')[1] }) : viewAddress('body', { body: node.id });
}

/** Columns of the table of nodes, as Table takes them. */
export const NODE_COLUMNS = [
  { key: 'label', label: 'Name', value: (node) => name(node.label), format: (text, node) => html`<a href=${addressOf(node)}>${text}</a>` },
  { key: 'kind', label: 'Kind', value: (node) => (node.kind === 'School' ? `School, ${node.phase ?? 'phase not known'}` : spaced(node.kind)) },
];
