// Moving about in a picture: dragged, or by buttons; the wheel only with Ctrl, so that the page can still be scrolled.
import { d3, html, useEffect, useRef, useState } from '../lib.js';

/** @return `[ref of the SVG, transform, buttons]`; the transform is back at the start whenever `key` changes */
export function useZoom(key, most = 12) {
  const ref = useRef();
  const zoom = useRef();
  const [transform, set] = useState(d3.zoomIdentity);
  useEffect(() => {
    if (!ref.current) return undefined;
    const svg = d3.select(ref.current);
    zoom.current = d3.zoom().scaleExtent([1, most])
      .filter((event) => (event.type === 'wheel' ? event.ctrlKey || event.metaKey : event.type !== 'touchstart' || event.touches.length > 1) && !event.button)
      .on('zoom', (event) => set(event.transform));
    svg.call(zoom.current).on('dblclick.zoom', null);
    svg.call(zoom.current.transform, d3.zoomIdentity);
    return () => { svg.on('.zoom', null); };
  }, [key]);
  const by = (factor) => ref.current && d3.select(ref.current).call(zoom.current.scaleBy, factor);
  const buttons = html`<div class="zoom">
    <button type="button" aria-label="Closer" title="Closer" onClick=${() => by(1.6)}>+</button>
    <button type="button" aria-label="Further away" title="Further away" onClick=${() => by(1 / 1.6)}>−</button>
    <button type="button" aria-label="The whole picture" title="The whole picture" onClick=${() => d3.select(ref.current).call(zoom.current.transform, d3.zoomIdentity)}>⤢</button></div>`;
  return [ref, transform, buttons];
}
