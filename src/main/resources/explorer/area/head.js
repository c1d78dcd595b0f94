// The name of the area, what it lies in, what lies in it, and where to go from here.
import { html } from '../lib.js';
import { EVERYWHERE, useArea } from '../ask/areas.js';
import { kindOf } from '../ask/series.js';
import { viewAddress } from '../choose/state.js';
import { day, many, spaced } from '../show/words.js';

const KINDS = {
  LocalAuthority: ['local authority', 'local authorities'], Region: ['region', 'regions'], Country: ['country', 'countries'],
  Consortium: ['consortium', 'consortia'], Diocese: ['diocese', 'dioceses'], Constituency: ['constituency', 'constituencies'],
};

const COUNTRIES = [
  { id: 'country:E92000001', name: 'England', kind: 'Country' }, { id: 'country:W92000004', name: 'Wales', kind: 'Country' },
];

function Linked({ areas }) {
  return html`<ul class="areas">${areas.map((area) => html`<li key=${area.id}><a href=${viewAddress('area', { area: area.id })}>${area.name}</a></li>`)}</ul>`;
}

/** What gave way to it, or it to. */
function Succession({ label, areas }) {
  if (!areas?.length) return null;
  return html`<p class="kin"><span>${label}</span> ${areas.map((area, index) => html`${index > 0 && ', '}<a href=${viewAddress('area', { area: area.id })}>${area.name}</a> (${day(area.on)})`)}</p>`;
}

export function AreaHead({ area }) {
  const known = area.id === EVERYWHERE ? { children: COUNTRIES, parents: [] } : area.known;
  const children = known?.children ?? [];
  const parent = useArea(known?.parents[0]?.id ?? EVERYWHERE);
  const beside = known?.parents.some((each) => each.id === parent.data?.id) ? parent.data.children.filter((each) => each.id !== area.id) : [];
  const words = KINDS[children[0]?.kind] ?? ['area', 'areas'];
  if (area.answer.status === 'failed') return null;
  return html`<header class="area-head">
    <h2 class="place">${area.name} <small>${known?.kind ? spaced(known.kind) : ''}</small></h2>
    ${known?.parents.length > 0 && html`<p class="kin"><span>In</span> ${known.parents.map((parent, index) => html`${index > 0 && ', '}<a href=${viewAddress('area', { area: parent.id })}>${parent.name}</a>`)}</p>`}
    <${Succession} label="Took the place of" areas=${known?.predecessors} /><${Succession} label="Gave way to" areas=${known?.successors} />
    <p class="kin"><a href=${viewAddress('network', { area: area.id })}>Its network</a>
      ${area.id !== EVERYWHERE && html` · <a href=${viewAddress('compare', { by: kindOf(area.id), compare: area.id })}>Compare with others of its kind</a>`}
      ${' · '}<a href=${viewAddress('overview', { area: area.id })}>On the map</a></p>
    ${children.length > 0 && html`<details class="within"><summary>${many(children.length, ...words)} within</summary><${Linked} areas=${children} /></details>`}
    ${beside.length > 0 && html`<details class="within"><summary>${many(beside.length, 'other area')} in ${parent.data.name}</summary><${Linked} areas=${beside} /></details>`}
  </header>`;
}
