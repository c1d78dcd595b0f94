// What is copied, and said to have been.
import { html, useEffect, useState } from '../lib.js';

/** The clipboard is only there on safe origins; a server on a plain address in the house is none. */
async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'hidden';
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  if (!done) throw new Error('not allowed');
  return undefined;
}

/** @param what is copied, in words: `the curl line` */
export function CopyButton({ text, what, label = 'Copy' }) {
  const [said, say] = useState('');
  useEffect(() => {
    if (!said) return undefined;
    const timer = setTimeout(() => say(''), 4000);
    return () => clearTimeout(timer);
  }, [said]);
  const press = () => copy(text).then(() => say('Copied'), () => say('The browser does not allow it: select and copy'));
  return html`<span class="copy"><button type="button" onClick=${press} aria-label=${`${label} ${what}`}>${label}</button>
    <span role="status">${said}${said === 'Copied' && html`<span class="hidden">: ${what}</span>`}</span></span>`;
}
