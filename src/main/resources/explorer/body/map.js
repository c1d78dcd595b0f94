// Where a body's schools are on the day, over the places of all it ever had. There is no base map: areas are named by their schools.
import { d3, html, useMemo } from '../lib.js';
import { useWidth } from '../show/charts.js';
import { Figure } from '../show/figure.js';
import { roomForNames } from '../show/names.js';
import { nationalGrid } from '../show/projection.js';
import { viewAddress } from '../choose/state.js';
import { grouped, membersOn } from './members.js';
import { count, day, list, many, number } from '../show/words.js';

const EARTH = 6371.0088;
const EDGE = 46;
/** Degrees around each school that are shown at least, so that one school is not seen from an infinite nearness. */
const AROUND = 0.04;
const MOST_NAMES = 28;
const MOST_LINES = 150;

const placed = (member) => member.location && Number.isFinite(member.location.longitude);
const point = ({ location }) => [location.longitude, location.latitude];

function projectionOf(members, width, height) {
  const around = members.flatMap((member) => {
    const [x, y] = point(member);
    return [[x - AROUND, y - AROUND], [x + AROUND, y + AROUND]];
  });
  return nationalGrid()
    .fitExtent([[EDGE, 20], [width - EDGE, height - 34]], { type: 'MultiPoint', coordinates: around });
}

/** As tall as the ground asks for, within bounds. */
function heightOf(members, width) {
  const flat = nationalGrid().fitWidth(1000, { type: 'MultiPoint', coordinates: members.map(point) });
  const [[x0, y0], [x1, y1]] = d3.geoPath(flat).bounds({ type: 'MultiPoint', coordinates: members.map(point) });
  return Math.round(Math.max(280, Math.min(660, width * Math.min(1.3, (y1 - y0) / (x1 - x0) || 0.7))));
}

/** Names of areas at the middle of their schools, those with most schools first, and none over another. */
function names(members, projection, width) {
  const room = roomForNames();
  let many = 0;
  return grouped(members, (member) => member.area?.name).slice(0, 80).flatMap(([text, all]) => {
    const spots = all.map((member) => projection(point(member)));
    const [x, y] = [d3.mean(spots, (spot) => spot[0]), d3.mean(spots, (spot) => spot[1]) - 9];
    const half = text.length * 3.3 + 3;
    const at = Math.max(half, Math.min(width - half, x));
    if (many >= MOST_NAMES || !room(at - half, y - 11, at + half, y + 3)) return [];
    many++;
    return [{ text, id: all[0].area.id, x: at, y }];
  });
}

function ScaleBar({ projection, height }) {
  const perKm = projection.scale() / EARTH;
  const rough = 90 / perKm;
  const power = 10 ** Math.floor(Math.log10(rough));
  const km = [5, 2, 1].find((step) => step * power <= rough) * power;
  return html`<g class="axis scale" transform=${`translate(10,${height - 12})`}><path d=${`M0,-5V0H${km * perKm}V-5`} />
    <text x=${km * perKm + 6} dy="0.1em">${number(km)} km</text></g>`;
}

/** Each school's dot, made once, so that only what comes and goes is drawn anew while time moves. */
function dotsOf(schools, projection) {
  const radius = schools.length > 150 ? 3.5 : 5;
  return new Map(schools.map((member) => {
    const at = projection(point(member));
    return [member.urn, { at, drawn: html`<a key=${member.urn} href=${viewAddress('school', { urn: member.urn })} aria-label=${member.name}>
      <circle class="school" cx=${at[0]} cy=${at[1]} r=${radius}><title>${`${member.name}, ${member.phase ?? 'no phase in the register'}, ${member.area?.name ?? ''}`}</title></circle></a>` }];
  }));
}

/** The centre of the pupils, and the root of the mean square of their distances from it, on the drawn plane. */
function spreadOf(members, dots) {
  const known = members.some((member) => member.pupils > 0);
  const weigh = (member) => (known ? member.pupils ?? 0 : 1);
  const total = d3.sum(members, weigh);
  const middle = [0, 1].map((axis) => d3.sum(members, (member) => weigh(member) * dots.get(member.urn).at[axis]) / total);
  const square = d3.sum(members, (member) => {
    const [x, y] = dots.get(member.urn).at;
    return weigh(member) * ((x - middle[0]) ** 2 + (y - middle[1]) ** 2);
  }) / total;
  return { middle, radius: Math.sqrt(square) };
}

function Now({ members, dots, spread }) {
  const { middle, radius } = spread ?? {};
  const shown = members.map((member) => dots.get(member.urn));
  return html`<g>
    ${spread && html`<circle class="gyration" cx=${middle[0]} cy=${middle[1]} r=${radius} />`}
    ${spread && shown.length <= MOST_LINES && html`<path class="spokes" d=${shown.map(({ at }) => `M${middle}L${at}`).join('')} />`}
    ${shown.map(({ drawn }) => drawn)}
    ${spread && html`<path class="middle" d=${`M${middle[0] - 5},${middle[1]}h10m-5,-5v10`} />`}</g>`;
}

const COLUMNS = [
  { key: 'name', label: 'School', format: (text, row) => html`<a href=${viewAddress('school', { urn: row.urn })}>${text}</a>` },
  { key: 'phase', label: 'Phase' },
  { key: 'area', label: 'Authority', value: (row) => row.area?.name },
  { key: 'pupils', label: 'Pupils', numeric: true, format: count },
  { key: 'longitude', label: 'Longitude', numeric: true, value: (row) => row.location?.longitude, format: (v) => v?.toFixed(4) ?? '–' },
  { key: 'latitude', label: 'Latitude', numeric: true, value: (row) => row.location?.latitude, format: (v) => v?.toFixed(4) ?? '–' },
];

export function BodyMap({ members, label, asOf }) {
  const [ref, width] = useWidth();
  const all = useMemo(() => members.filter(placed), [members]);
  const drawing = useMemo(() => {
    if (!width || !all.length) return null;
    const height = heightOf(all, width);
    const projection = projectionOf(all, width, height);
    const past = [...new Map(all.map((member) => [member.urn, member])).values()];
    const dots = dotsOf(past, projection);
    const ground = [...dots.values()].map(({ at }) => html`<circle class="past" cx=${at[0]} cy=${at[1]} r="3.5" />`);
    return { height, projection, dots, ground: html`<g>${ground}</g>`, names: names(past, projection, width) };
  }, [all, width]);
  const now = membersOn(members, asOf);
  const there = now.filter(placed);
  const areas = grouped(there, (member) => member.area?.name);
  const most = areas.slice(0, 3).map(([text, those]) => `${text} (${count(those.length)})`);
  const spread = drawing && there.length > 1 ? spreadOf(there, drawing.dots) : null;
  const km = spread && spread.radius / (drawing.projection.scale() / EARTH);
  const summary = `${many(now.length, 'school')} on ${day(asOf)}${areas.length ? ` in ${many(areas.length, 'authority', 'authorities')}, most in ${list(most)}` : ''}.`
    + `${km === null ? '' : ` The circle around the middle of the pupils has the radius of gyration, ${number(Math.round(km * 10) / 10)} km.`}`
    + `${now.length > there.length ? ` The place of ${count(now.length - there.length)} is not known.` : ''} Faint: where it ever had a school.`;
  return html`<${Figure} title=${`Where the schools of ${label} are, ${day(asOf)}`} summary=${summary} table=${{ columns: COLUMNS, rows: now }}>
    <div ref=${ref} class="chart places">${drawing ? html`<svg width=${width} height=${drawing.height} role="group" aria-label=${`Places of the schools of ${label} on ${day(asOf)}`}>
      ${drawing.ground}
      <${Now} members=${there} dots=${drawing.dots} spread=${spread} />
      <g class="names">${drawing.names.map((each) => html`<a href=${viewAddress('area', { area: each.id })}><text x=${each.x} y=${each.y} text-anchor="middle">${each.text}</text></a>`)}</g>
      <${ScaleBar} projection=${drawing.projection} height=${drawing.height} /></svg>` : width > 0 && html`<p class="state empty">No place of its schools is known.</p>`}</div><//>`;
}
