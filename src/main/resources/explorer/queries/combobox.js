// A field for the id of something, found by its name.
import { html, useEffect, useRef, useState } from '../lib.js';
import { ask } from '../ask/api.js';
import { name } from '../show/words.js';

const MOST = 12;

function labelOf(option) {
  return option.label && option.label !== option.value ? name(option.label) : option.value;
}

/**
 * @param path of the values the parameter may have
 * @param value the id, or what was typed instead
 */
export function Combobox({ id, path, value, onChange, placeholder, describedBy, invalid, required }) {
  const [text, setText] = useState(value);
  const [options, setOptions] = useState(null);
  const [active, setActive] = useState(-1);
  const [searched, setSearched] = useState(null);
  const box = useRef();
  const own = useRef(null);
  useEffect(() => {
    // What was typed or picked here is in the field already; what comes from the address is an id, whose name is asked for.
    if (value === own.current) return undefined;
    own.current = value;
    setText(value);
    if (!value) return undefined;
    let wanted = true;
    ask(path, { q: value, limit: MOST }).then(({ data }) => {
      const same = data.find((option) => option.value === value);
      if (wanted && same) setText(labelOf(same));
    }).catch(() => {});
    return () => { wanted = false; };
  }, [value, path]);
  useEffect(() => {
    if (searched === null) return undefined;
    let wanted = true;
    const timer = setTimeout(() => ask(path, { q: searched.trim(), limit: MOST })
      .then(({ data }) => { if (wanted) { setOptions(data); setActive(-1); } })
      .catch(() => wanted && setOptions([])), 200);
    return () => { wanted = false; clearTimeout(timer); };
  }, [searched, path]);
  const close = () => { setOptions(null); setSearched(null); };
  const type = (event) => {
    own.current = event.target.value;
    setText(event.target.value);
    setSearched(event.target.value);
    onChange(event.target.value);
  };
  const pick = (option) => {
    own.current = option.value;
    setText(labelOf(option));
    onChange(option.value);
    close();
  };
  const key = (event) => {
    if (event.key === 'Escape' && options) close();
    else if (event.key === 'ArrowDown' && !options) setSearched('');
    else if (event.key === 'ArrowDown' && options.length) setActive((active + 1) % options.length);
    else if (event.key === 'ArrowUp' && options?.length) setActive((active - 1 + options.length) % options.length);
    else if (event.key === 'Enter' && options && active >= 0) pick(options[active]);
    else return;
    event.preventDefault();
  };
  return html`<div class="combobox" ref=${box} onFocusout=${(event) => !box.current.contains(event.relatedTarget) && close()}>
    <input id=${id} type="text" role="combobox" autocomplete="off" value=${text} placeholder=${placeholder} aria-autocomplete="list"
      aria-expanded=${Boolean(options)} aria-controls=${`${id}-options`} aria-activedescendant=${options && active >= 0 ? `${id}-${active}` : null}
      aria-describedby=${describedBy} aria-invalid=${invalid} required=${required} onInput=${type} onKeyDown=${key} />
    <ul id=${`${id}-options`} role="listbox" aria-label="Suggestions" hidden=${!options}>
      ${options?.length === 0 && html`<li role="option" aria-disabled="true" aria-selected="false">Nothing is called that.</li>`}
      ${options?.map((option, index) => html`<li role="option" id=${`${id}-${index}`} aria-selected=${index === active}
        onMouseDown=${(event) => event.preventDefault()} onClick=${() => pick(option)}>${labelOf(option)} <small>${option.value}</small></li>`)}
    </ul></div>`;
}
