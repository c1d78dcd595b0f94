// Finds a node of a network by its name.
import { html, useMemo, useState } from '../lib.js';
import { choose } from '../choose/state.js';
import { name } from '../show/words.js';

export function Finder({ nodes, selected }) {
  const [text, setText] = useState('');
  const labels = useMemo(() => new Map(nodes.map((node) => [name(node.label), node.id])), [nodes]);
  const pick = (typed) => {
    setText(typed);
    const id = labels.get(typed);
    if (id) choose({ node: id }, 'replace');
  };
  return html`<div class="choice"><label for="find-node">Find</label>
    <input id="find-node" list="nodes" value=${text} placeholder="School or body …" onInput=${(event) => pick(event.target.value)} />
    <datalist id="nodes">${[...labels.keys()].map((label) => html`<option value=${label} />`)}</datalist>
    ${selected && html`<button type="button" onClick=${() => { setText(''); choose({ node: null }, 'replace'); }}>Show all</button>`}</div>`;
}
