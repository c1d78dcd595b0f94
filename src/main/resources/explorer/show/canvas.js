// A picture drawn as pixels, for what is too much for an SVG: as wide as there is room, whole in the window, to be moved about in.
import { d3, useLayoutEffect, useRef } from '../lib.js';
import { useZoomOn } from './zoom.js';

/** It is no higher than the window less what stands above and below it, within bounds. */
const AROUND = 318;
const LOWEST = 420;
const HIGHEST = 1.12;
const NEAREST = 60;

/**
 * Keeps a canvas as large as it is to be.
 *
 * @param key when it changes, the picture is made anew and shown whole
 * @param size is told width and height in pixels before the first drawing and when they change
 * @param paint is given the context and the transform of d3, whenever it is to be drawn
 * @return `{frame, canvas, again, buttons, onKeyDown}`: refs of what it stands in and of itself, and what draws it again
 */
export function useCanvas(key, { size, paint }) {
  const frame = useRef();
  const canvas = useRef();
  const zoom = useRef(d3.zoomIdentity);
  const asked = useRef(0);
  const latest = useRef();
  latest.current = { size, paint };
  const again = () => latest.current.paint(canvas.current.getContext('2d'), zoom.current);
  useLayoutEffect(() => {
    let known = '';
    const measure = () => {
      const width = Math.max(280, Math.floor(frame.current.clientWidth));
      const height = Math.round(Math.min(width * HIGHEST, Math.max(LOWEST, innerHeight - AROUND)));
      if (known === `${width} ${height}`) return;
      known = `${width} ${height}`;
      canvas.current.width = width;
      canvas.current.height = height;
      latest.current.size(width, height);
      again();
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(frame.current);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(asked.current);
    };
  }, [key]);
  const { buttons, onKeyDown } = useZoomOn(canvas, (transform) => {
    zoom.current = transform;
    cancelAnimationFrame(asked.current);
    asked.current = requestAnimationFrame(again);
  }, [1, NEAREST], key);
  return { frame, canvas, again, buttons, onKeyDown };
}
