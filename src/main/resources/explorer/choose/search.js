// Search for a school, a body or an area by name or number.
import { html, useEffect, useRef, useState } from '../lib.js';
import { ask } from '../ask/api.js';
import { AREA_KINDS } from '../ask/areas.js';
import { follow, viewAddress } from './state.js';
import { name, spaced } from '../show/words.js';

/** Areas are few and already here. */
async function areasCalled(q) {
  const lists = await Promise.all(AREA_KINDS.map((kind) => ask('/v1/areas', { kind, limit: 1000 })));
  return lists.flatMap((list) => list.data).filter((area) => area.name.toLowerCase().includes(q.toLowerCase())).slice(0, 4);
}

async function find(q) {
  const [areas, bodies, schools] = await Promise.all([
    areasCalled(q), ask('/v1/bodies', { q, limit: 5, open: 'any' }), ask('/v1/schools', { q, limit: 7, open: 'any' }),
  ]);
  return [
    ...areas.map((area) => ({ label: area.name, what: spaced(area.kind), href: viewAddress('area', { area: area.id }) })),
    ...bodies.data.filter((body) => body.kind !== 'LocalAuthority')
      .map((body) => ({ label: name(body.name), what: spaced(body.kind), href: viewAddress('body', { body: body.id }) })),
    ...schools.data.map((school) => ({
      label: school.name, what: `${school.type ?? 'School'}, ${school.town ?? school.area?.name ?? ''}${school.open ? '' : ', closed'}`,
      href: viewAddress('school', { urn: school.urn }),
    })),
  ];
}

export function Search() {
  const [text, setText] = useState('');
  const [found, setFound] = useState(null);
  const [active, setActive] = useState(-1);
  const box = useRef();
  useEffect(() => {
    setActive(-1);
    const q = text.trim();
    if (q.length < 2) {
      setFound(null);
      return undefined;
    }
    let wanted = true;
    const timer = setTimeout(() => find(q).then((all) => wanted && setFound(all)).catch(() => wanted && setFound([])), 200);
    return () => { wanted = false; clearTimeout(timer); };
  }, [text]);
  const open = (hit) => {
    setText('');
    setFound(null);
    follow(hit.href);
  };
  const key = (event) => {
    if (event.key === 'Escape') setFound(null);
    if (!found?.length) return;
    if (event.key === 'ArrowDown') setActive((active + 1) % found.length);
    else if (event.key === 'ArrowUp') setActive((active - 1 + found.length) % found.length);
    else if (event.key === 'Enter') open(found[Math.max(0, active)]);
    else return;
    event.preventDefault();
  };
  return html`<search class="search" ref=${box} onFocusout=${(event) => !box.current.contains(event.relatedTarget) && setFound(null)}>
    <label class="hidden" for="search">Search schools, trusts and areas</label>
    <input id="search" type="search" placeholder="School, trust, area, URN …" autocomplete="off" value=${text} role="combobox"
      aria-expanded=${Boolean(found)} aria-controls="found" aria-autocomplete="list"
      aria-activedescendant=${active >= 0 ? `found-${active}` : null} onInput=${(event) => setText(event.target.value)} onKeyDown=${key} />
    <ul id="found" role="listbox" aria-label="Found" hidden=${!found}>
      ${found?.length === 0 && html`<li role="option" aria-disabled="true" aria-selected="false">Nothing is called that.</li>`}
      ${found?.map((hit, index) => html`<li role="option" id=${`found-${index}`} aria-selected=${index === active} tabindex="-1"
        onMouseDown=${(event) => event.preventDefault()} onClick=${() => open(hit)}><span>${hit.label}</span> <small>${hit.what}</small></li>`)}
    </ul></search>`;
}
