// Moving about in a picture: by mouse, two fingers, keys or buttons. One finger and the bare wheel scroll the page, unless the
// picture has the focus.
import { d3, html, useEffect, useRef, useState } from '../lib.js';

/** Pixels of an arrow key. */
const STEP = 60;

function moves(picture) {
  return (event) => {
    if (event.button) return false;
    if (event.type === 'wheel') return event.ctrlKey || event.metaKey || picture.contains(document.activeElement);
    return event.type !== 'touchstart' || event.touches.length > 1;
  };
}

/**
 * For a picture that draws itself.
 *
 * @param ref of the picture
 * @param onZoom is given each transform of d3
 * @param extent least and most enlargement
 * @param key when it changes, the picture is shown whole again
 * @return `{buttons, onKeyDown}`
 */
export function useZoomOn(ref, onZoom, extent, key) {
  const zoom = useRef();
  const latest = useRef();
  latest.current = onZoom;
  const tell = (method, ...how) => ref.current && d3.select(ref.current).call(zoom.current[method], ...how);
  const whole = () => tell('transform', d3.zoomIdentity);
  useEffect(() => {
    if (!ref.current) return undefined;
    const picture = d3.select(ref.current);
    zoom.current = d3.zoom().scaleExtent(extent).filter(moves(ref.current)).on('zoom', (event) => latest.current(event.transform));
    picture.call(zoom.current).on('dblclick.zoom', null);
    if (String(d3.zoomTransform(ref.current)) !== String(d3.zoomIdentity)) whole();
    return () => picture.on('.zoom', null);
  }, [key]);
  const nearer = (factor) => tell('scaleBy', factor);
  const aside = (x, y) => tell('translateBy', x / d3.zoomTransform(ref.current).k, y / d3.zoomTransform(ref.current).k);
  const keys = {
    '+': () => nearer(1.5), '=': () => nearer(1.5), '-': () => nearer(1 / 1.5), 0: whole,
    ArrowLeft: () => aside(STEP, 0), ArrowRight: () => aside(-STEP, 0), ArrowUp: () => aside(0, STEP), ArrowDown: () => aside(0, -STEP),
  };
  const onKeyDown = (event) => {
    if (!keys[event.key] || event.ctrlKey || event.metaKey) return;
    keys[event.key]();
    event.preventDefault();
  };
  const buttons = html`<div class="zoom">
    <button type="button" aria-label="Nearer" title="Nearer" onClick=${() => nearer(1.6)}>+</button>
    <button type="button" aria-label="Further away" title="Further away" onClick=${() => nearer(1 / 1.6)}>−</button>
    <button type="button" aria-label="The whole picture" title="The whole picture" onClick=${whole}>⤢</button></div>`;
  return { buttons, onKeyDown };
}

/** For a picture that is drawn anew with each transform: `[ref of the SVG, transform, buttons]`. */
export function useZoom(key, most = 12) {
  const ref = useRef();
  const [transform, set] = useState(d3.zoomIdentity);
  const { buttons } = useZoomOn(ref, set, [1, most], key);
  return [ref, transform, buttons];
}
