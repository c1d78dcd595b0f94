// The patchwork map: every open school's ground, the points nearer to it than to any other and within reach, in the
// colour of who governs it.
import { d3, html, useEffect, useLayoutEffect, useRef, useState } from '../lib.js';
import { ask } from '../ask/api.js';
import { follow, viewAddress } from '../choose/state.js';
import { nearest, raster } from './nearest.js';
import { known, spellsOn } from '../ask/patchwork.js';
import { useCanvas } from '../show/canvas.js';
import { bodyColour, sectorColour } from '../show/palette.js';
import { inKilometres } from '../show/projection.js';
import { count, name, sector as sectorName } from '../show/words.js';

const REACH_KM = { least: 1.5, most: 11 };
/** How many times as far as schools lie apart. */
const REACH = 2;
const MARGIN = 10;

/** Where schools are, how far their ground may reach, and from where to where all of it goes, in kilometres. */
function placed({ longitude, latitude }) {
  const { x, y } = inKilometres(longitude, latitude);
  const reach = reaches(x, y);
  return { x, y, reach, box: { x: extent(x, reach), y: extent(y, reach) } };
}

/** From where to where the ground of the schools goes, but for a few strays, which would shrink the map of all others. */
function extent(places, reach) {
  const ends = (way) => places.map((place, school) => place + way * reach[school]).filter((end) => !Number.isNaN(end)).sort();
  const [low, high] = [ends(-1), ends(1)];
  const stray = low.length > 1000 ? Math.floor(low.length / 20_000) : 0;
  return [low[stray] ?? 0, high[high.length - 1 - stray] ?? 1];
}

/**
 * How far each school's ground may reach, in km: by how far apart schools lie around it, so that towns have coasts and valleys do
 * not fall apart into islands. A school's spacing is that to the nearer of its neighbours: at the edge of an area others lie at
 * its other end. Around it, three in four have no wider one: at the edge of a town that is the country's, so that no gap opens.
 */
function reaches(x, y) {
  // One of all schools that ever stood at a place: those of later records would have no neighbours.
  const places = d3.groups(d3.range(x.length).filter((school) => !Number.isNaN(x[school])), (school) => `${x[school]} ${y[school]}`)
    .map(([, schools]) => schools);
  const [px, py] = [x, y].map((of) => places.map(([school]) => of[school]));
  const mesh = d3.Delaunay.from(places, (_, i) => px[i], (_, i) => py[i]);
  const neighbours = places.map((_, i) => [...mesh.neighbors(i)]);
  const spacing = neighbours.map((near, i) => d3.quantile(near, 0.4, (j) => Math.hypot(px[i] - px[j], py[i] - py[j])) ?? REACH_KM.most);
  const reach = new Float64Array(x.length);
  places.forEach((schools, i) => {
    const far = REACH * d3.quantile([i, ...neighbours[i]], 0.75, (j) => spacing[j]);
    for (const school of schools) reach[school] = Math.max(REACH_KM.least, Math.min(REACH_KM.most, far));
  });
  return reach;
}

function rgb(colour) {
  const { r, g, b } = d3.rgb(colour);
  return (255 << 24) | (b << 16) | (g << 8) | r;
}

/** What is not looked at lets the ground of the picture through. */
const faded = (colour) => (colour & 0x00ffffff) | (64 << 24);

const SEAM = rgb('#10202f');
/** Milliseconds after which a pointer rests. */
const REST = 150;
/** Pixels per kilometre from which there is room for more. */
const SEAMS_FROM = 6;
const DOTS_FROM = 14;

/** Divides the ground among the schools of a day, draws it, and knows whose each pixel is. Places are counted anew for each day: spells lie too far apart in memory. */
class Painter {
  constructor(data, width, height) {
    this.data = data;
    this.places = placed(data.schools);
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

  /** Divides the ground. @return how many schools are open, with a known place or without */
  divide(day, zoom) {
    const { data, places, room, xs, ys, reach, spells } = this;
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
      spells[many++] = spell;
    }
    nearest(room, many, xs, ys, reach);
    [this.many, this.k] = [many, k];
    return open.length;
  }

  /** Draws what was divided last. @param lit the body whose ground stands out, by its place in the data; null: all does */
  draw(context, by, lit) {
    const { data, spells, colours, many, k } = this;
    for (let i = 0; i < many; i++) {
      const colour = this.palettes[by][spells[i]];
      colours[i] = lit === null || data.body[spells[i]] === lit ? colour : faded(colour);
    }
    const pixels = new Int32Array(this.image.data.buffer);
    const { owner } = this.room;
    for (let p = 0; p < pixels.length; p++) pixels[p] = owner[p] < 0 ? 0 : colours[owner[p]];
    if (k > SEAMS_FROM) this.seams(pixels);
    context.putImageData(this.image, 0, 0);
    if (k > DOTS_FROM) this.dots(context, many);
  }

  /** How many of the schools drawn are of a body. */
  heldBy(body) {
    let held = 0;
    for (let i = 0; i < this.many; i++) if (this.data.body[this.spells[i]] === body) held++;
    return held;
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
    ${name(body?.name ?? 'Trust not known')}${tip.held > 1 && `, ${count(tip.held)} schools here`}<br /><small>${sectorName(data.sectors[data.sector[tip.spell]])}${data.areas[data.area[tip.spell]] ? `, ${data.areas[data.area[tip.spell]].name}` : ''}</small></div>`;
}

/**
 * The map.
 *
 * @param data of usePatchwork
 * @param day
 * @param by what colours mean: body or sector
 * @param label what is shown, in words
 * @param nothing why there is no ground to be seen, if there is none
 */
export function PatchworkMap({ data, day, by, label, nothing }) {
  const painter = useRef();
  /** Where the pointer is, the body whose ground stands out, and when it is to do so. */
  const pointer = useRef(null);
  const lit = useRef(null);
  const rest = useRef(0);
  const [tip, setTip] = useState(null);
  const { frame, canvas, again, buttons, onKeyDown } = useCanvas(data, {
    size: (width, height) => {
      if (painter.current?.data === data) painter.current.size(width, height);
      else painter.current = new Painter(data, width, height);
    },
    paint,
  });
  const draw = (context = canvas.current.getContext('2d')) => painter.current.draw(context, by, lit.current);
  /** What is under the pointer, which may be another's when the time has moved: `{spell, body}`, null of nobody. */
  const under = () => {
    const { data: shown } = painter.current;
    const spell = pointer.current ? painter.current.at(...pointer.current) : -1;
    const body = spell < 0 ? -1 : shown.body[spell];
    return { spell: spell < 0 ? null : spell, body: known({ body: shown.bodies[body] }) ? body : null };
  };
  const tell = ({ spell, body }) => setTip(spell === null ? null
    : { spell, x: pointer.current[0], y: pointer.current[1], held: body === null ? 1 : painter.current.heldBy(body) });
  function paint(context, zoom) {
    const start = performance.now();
    canvas.current.dataset.schools = painter.current.divide(day, zoom);
    const now = under();
    tell(now);
    if (lit.current !== null) lit.current = now.body;
    draw(context);
    canvas.current.dataset.day = day;
    performance.measure('patchwork', { start });
  }
  /** All of a body's ground stands out when the pointer has come to rest on some; on its way over many, nothing flickers. */
  const point = (event) => {
    pointer.current = event && [event.offsetX, event.offsetY];
    tell(under());
    clearTimeout(rest.current);
    const light = () => {
      const { body } = under();
      if (body === lit.current) return;
      lit.current = body;
      draw();
    };
    if (event) rest.current = setTimeout(light, REST);
    else light();
  };
  useEffect(() => () => clearTimeout(rest.current), []);
  useLayoutEffect(again, [day, by]);
  return html`<div class="map" ref=${frame}>
    <canvas class="picture" ref=${canvas} tabindex="0" role="img" aria-label=${label}
      onPointerMove=${(event) => event.pointerType !== 'touch' && point(event)} onPointerLeave=${() => point(null)}
      onClick=${(event) => {
        const spell = painter.current.at(event.offsetX, event.offsetY);
        if (spell >= 0) follow(viewAddress('school', { urn: data.schools.urn[data.school[spell]] }));
      }}
      onKeyDown=${onKeyDown}></canvas>${buttons}${nothing && html`<p class="nothing">${nothing}</p>`}
    <${Tip} tip=${tip} data=${data} /></div>`;
}
