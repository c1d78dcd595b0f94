// The patchwork map: every open school's ground, the points nearer to it than to any other and within reach, in the
// colour of who governs it.
import { d3, html, useEffect, useLayoutEffect, useRef, useState } from '../lib.js';
import { ask } from '../ask/api.js';
import { follow, viewAddress } from '../choose/state.js';
import { nearest, raster } from './nearest.js';
import { spellsOn } from '../ask/patchwork.js';
import { bodyColour, sectorColour } from '../show/palette.js';
import { useZoomOn } from '../show/zoom.js';
import { name, sector as sectorName } from '../show/words.js';

/** Kilometres that a unit of the projection stands for: the radius of the Earth. */
const EARTH_KM = 6371;
const REACH_KM = { least: 4, most: 11 };
const MARGIN = 16;

/** Schools' places in the transverse Mercator projection about 2° west, as on the maps of the Ordnance Survey, in kilometres. */
function placed(data) {
  const project = d3.geoTransverseMercator().rotate([2, 0]).scale(EARTH_KM).translate([0, 0]);
  const { longitude, latitude } = data.schools;
  const x = new Float64Array(longitude.length).fill(NaN);
  const y = new Float64Array(longitude.length).fill(NaN);
  for (let i = 0; i < x.length; i++) if (longitude[i] !== null) [x[i], y[i]] = project([longitude[i], latitude[i]]);
  return { x, y, reach: reaches(x, y), box: box(x, y) };
}

/** Where the schools are, but for a few strays, which would shrink the map of all others. */
function box(x, y) {
  const inside = (values) => {
    const sorted = values.filter((v) => !Number.isNaN(v)).sort();
    const stray = sorted.length > 1000 ? Math.floor(sorted.length / 20_000) : 0;
    return [sorted[stray] ?? 0, sorted[sorted.length - 1 - stray] ?? 1];
  };
  return { x: inside(x), y: inside(y) };
}

/**
 * How far each school's ground may reach, in km: as far as it is to three in four of its neighbours, and a little further, within bounds, so that towns
 * have coasts and valleys do not fall apart into islands.
 */
function reaches(x, y) {
  const reach = new Float64Array(x.length);
  const schools = d3.range(x.length).filter((school) => !Number.isNaN(x[school]));
  const mesh = d3.Delaunay.from(schools, (school) => x[school], (school) => y[school]);
  schools.forEach((school, i) => {
    const far = d3.quantile(mesh.neighbors(i), 0.75, (j) => Math.hypot(x[school] - x[schools[j]], y[school] - y[schools[j]])) ?? REACH_KM.most;
    reach[school] = Math.max(REACH_KM.least, Math.min(REACH_KM.most, 1.25 * far));
  });
  return reach;
}

function rgb(colour) {
  const { r, g, b } = d3.rgb(colour);
  return (255 << 24) | (b << 16) | (g << 8) | r;
}

const SEAM = rgb('#10202f');
/** Pixels per kilometre from which there is room for more. */
const SEAMS_FROM = 6;
const DOTS_FROM = 14;

/** Draws one day, and knows whose ground each pixel is. Places are counted anew for each day: spells lie too far apart in memory. */
class Painter {
  constructor(data, width, height) {
    this.data = data;
    this.places = placed(data);
    this.size(width, height);
    const n = data.school.length;
    [this.xs, this.ys, this.reach] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
    [this.spells, this.colours] = [new Int32Array(n), new Int32Array(n)];
    const colours = (of) => Int32Array.from(data.school, (_, i) => rgb(of(data.bodies[data.body[i]]?.id, data.sectors[data.sector[i]])));
    this.palettes = { body: colours(bodyColour), sector: colours((_, sector) => sectorColour(sector)) };
  }

  size(width, height) {
    this.room = raster(width, height);
    this.image = new ImageData(width, height);
    const { box } = this.places;
    const wide = box.x[1] - box.x[0] || 1;
    const high = box.y[1] - box.y[0] || 1;
    // Pixels of the map per kilometre while it is not zoomed.
    this.scale = Math.min((width - 2 * MARGIN) / wide, (height - 2 * MARGIN) / high);
    this.left = (width - wide * this.scale) / 2 - box.x[0] * this.scale;
    this.top = (height - high * this.scale) / 2 - box.y[0] * this.scale;
  }

  /** @return how many schools are open, drawn or not */
  paint(context, day, zoom, by) {
    const { data, places, room, xs, ys, reach, spells, colours } = this;
    const k = this.scale * zoom.k;
    const open = spellsOn(data, day);
    let many = 0;
    for (const spell of open) {
      const school = data.school[spell];
      const x = (places.x[school] * this.scale + this.left) * zoom.k + zoom.x;
      if (Number.isNaN(x)) continue;
      xs[many] = x;
      ys[many] = (places.y[school] * this.scale + this.top) * zoom.k + zoom.y;
      reach[many] = Math.max(1.3, places.reach[school] * k);
      colours[many] = this.palettes[by][spell];
      spells[many++] = spell;
    }
    nearest(room, many, xs, ys, reach);
    const pixels = new Int32Array(this.image.data.buffer);
    const { owner } = room;
    for (let p = 0; p < pixels.length; p++) pixels[p] = owner[p] < 0 ? 0 : colours[owner[p]];
    if (k > SEAMS_FROM) this.seams(pixels);
    context.putImageData(this.image, 0, 0);
    if (k > DOTS_FROM) this.dots(context, many);
    return open.length;
  }

  /** A fine line where one body's ground meets another's. */
  seams(pixels) {
    const { owner, width } = this.room;
    const body = (p) => this.data.body[this.spells[owner[p]]];
    for (let p = 1; p < pixels.length; p++) {
      if (p % width && owner[p] >= 0 && owner[p - 1] >= 0 && owner[p] !== owner[p - 1] && body(p) !== body(p - 1)) pixels[p] = SEAM;
    }
  }

  /** Schools themselves, when there is room. */
  dots(context, many) {
    context.fillStyle = 'rgba(255,255,255,0.9)';
    context.strokeStyle = 'rgba(0,0,0,0.7)';
    for (let i = 0; i < many; i++) {
      context.beginPath();
      context.arc(this.xs[i], this.ys[i], 2.2, 0, 7);
      context.fill();
      context.stroke();
    }
  }

  at(x, y) {
    const { width, height, owner } = this.room;
    const [column, line] = [Math.floor(x), Math.floor(y)];
    const place = column < 0 || line < 0 || column >= width || line >= height ? -1 : owner[line * width + column];
    return place < 0 ? -1 : this.spells[place];
  }
}

function Tip({ tip, data }) {
  const [school, setSchool] = useState(null);
  const urn = tip && data.schools.urn[data.school[tip.spell]];
  const box = useRef();
  useEffect(() => {
    setSchool(null);
    if (!urn) return undefined;
    let wanted = true;
    const still = setTimeout(() => ask(`/v1/schools/${urn}`).then((e) => wanted && setSchool(e.data)).catch(() => {}), 120);
    return () => { wanted = false; clearTimeout(still); };
  }, [urn]);
  useLayoutEffect(() => {
    if (!tip || !box.current) return;
    const own = box.current.getBoundingClientRect();
    const room = box.current.parentElement.getBoundingClientRect();
    box.current.style.left = `${Math.max(0, Math.min(tip.x + 14, room.width - own.width - 4))}px`;
    box.current.style.top = `${tip.y + 18 + own.height > room.height ? tip.y - own.height - 8 : tip.y + 18}px`;
  });
  if (!tip) return null;
  const body = data.bodies[data.body[tip.spell]];
  return html`<div class="tip" ref=${box}><strong>${school?.name ?? `School ${urn}`}</strong>
    ${name(body?.name ?? 'Trust not known')}<br /><small>${sectorName(data.sectors[data.sector[tip.spell]])}${data.areas[data.area[tip.spell]] ? `, ${data.areas[data.area[tip.spell]].name}` : ''}</small></div>`;
}

/**
 * The map.
 *
 * @param data of usePatchwork
 * @param day
 * @param by what colours mean: body or sector
 * @param label what is shown, in words
 */
export function PatchworkMap({ data, day, by, label, ratio = 1.12 }) {
  const frame = useRef();
  const canvas = useRef();
  const painter = useRef();
  const zoom = useRef(d3.zoomIdentity);
  const latest = useRef({});
  const [tip, setTip] = useState(null);
  latest.current = { day, by };
  const paint = () => {
    if (!painter.current) return;
    const start = performance.now();
    canvas.current.dataset.schools = painter.current.paint(canvas.current.getContext('2d'), latest.current.day, zoom.current, latest.current.by);
    canvas.current.dataset.day = latest.current.day;
    performance.measure('patchwork', { start });
  };
  useLayoutEffect(() => {
    const size = () => {
      const width = Math.max(280, Math.floor(frame.current.clientWidth));
      const height = Math.round(Math.min(width * ratio, Math.max(420, innerHeight - 190)));
      if (canvas.current.width === width && canvas.current.height === height && painter.current?.data === data) return;
      canvas.current.width = width;
      canvas.current.height = height;
      if (painter.current?.data === data) painter.current.size(width, height);
      else painter.current = new Painter(data, width, height);
      paint();
    };
    size();
    const observer = new ResizeObserver(size);
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [data]);
  useLayoutEffect(paint, [day, by]);
  const asked = useRef(0);
  const { buttons, onKeyDown } = useZoomOn(canvas, (transform) => {
    zoom.current = transform;
    setTip(null);
    cancelAnimationFrame(asked.current);
    asked.current = requestAnimationFrame(paint);
  }, [1, 60], data);
  const under = (event) => {
    const spell = painter.current?.at(event.offsetX, event.offsetY) ?? -1;
    return spell < 0 ? null : { spell, x: event.offsetX, y: event.offsetY };
  };
  return html`<div class="map" ref=${frame}>
    <canvas class="picture" ref=${canvas} tabindex="0" role="img" aria-label=${label}
      onPointerMove=${(event) => event.pointerType !== 'touch' && setTip(under(event))} onPointerLeave=${() => setTip(null)}
      onClick=${(event) => { const hit = under(event); if (hit) follow(viewAddress('school', { urn: data.schools.urn[data.school[hit.spell]] })); }}
      onKeyDown=${onKeyDown}></canvas>${buttons}
    <${Tip} tip=${tip} data=${data} /></div>`;
}
