// Rows that have a place, as dots on a map.
import { d3, html, useMemo } from '../lib.js';
import { Figure } from '../show/figure.js';
import { useWidth } from '../show/charts.js';
import { kindColour } from '../show/palette.js';
import { columnsOf } from './results-table.js';
import { hrefOf, hrefOfUrn, isNode, isPoint, kindOfNode, nameOfNode, textOf } from '../ask/things.js';
import { nationalGrid } from '../show/projection.js';
import { useZoom } from '../show/zoom.js';
import { count, defined, many, name, spaced } from '../show/words.js';

const HEIGHT = 620;
const LONGITUDES = ['longitude', 'lon', 'lng'];
const LATITUDES = ['latitude', 'lat'];

/** Whether the columns may hold places, from what a saved query says it returns. */
export function mayHavePlaces(returns) {
  const names = new Set(returns.map((column) => column.name));
  return (LONGITUDES.some((each) => names.has(each)) && LATITUDES.some((each) => names.has(each)))
    || returns.some(({ type }) => /^(point|node|path|list\(node\))$/.test(type));
}

function fromNode(node) {
  const { location } = node.properties;
  return isPoint(location) ? [{ id: node.id, label: nameOfNode(node.properties), kind: kindOfNode(node.labels), at: [location.longitude, location.latitude] }] : [];
}

function fromColumns(row) {
  const longitude = row[LONGITUDES.find((each) => typeof row[each] === 'number')];
  const latitude = row[LATITUDES.find((each) => typeof row[each] === 'number')];
  const point = Object.values(row).find(isPoint);
  const at = defined(longitude) && defined(latitude) ? [longitude, latitude] : point && [point.longitude, point.latitude];
  if (!at) return [];
  const label = name(String(row.name ?? row.school ?? row.title ?? textOf(Object.values(row)[0])));
  const id = row.id ?? row.schoolId ?? (row.urn ? `school:${row.urn}` : null);
  return [{ id, label, kind: row.kind ?? (row.urn ? 'School' : 'Place'), at }];
}

/** The places of all rows, each once: `[{id, label, kind, at: [longitude, latitude]}]`. */
export function placesOf(rows) {
  const places = rows.flatMap((row) => {
    const nodes = Object.values(row).flat().filter(isNode).flatMap(fromNode);
    return nodes.length ? nodes : fromColumns(row);
  });
  const seen = new Set();
  return places.filter(({ id }) => !id || (!seen.has(id) && seen.add(id)));
}

function hrefOfPlace({ id }) {
  return id ? hrefOf(id) ?? (/^\d{6}$/.test(id) ? hrefOfUrn(id) : null) : null;
}

/** Meridians and parallels, as far apart as suits what is in sight. */
function Lines({ projection, path, width }) {
  const [[west, south], [east, north]] = [projection.invert([0, HEIGHT]), projection.invert([width, 0])];
  const step = [2, 1, 0.5, 0.2, 0.1, 0.05].find((each) => (north - south) / each > 3) ?? 0.02;
  const ticks = (from, to) => d3.range(Math.ceil(from / step) * step, to, step).slice(0, 40);
  const line = (coordinates) => path({ type: 'LineString', coordinates });
  const written = (value, plus, minus) => `${Number(Math.abs(value).toFixed(2))}° ${value < 0 ? minus : plus}`;
  return html`<g class="graticule">
    ${ticks(west, east).map((x) => html`<path d=${line(d3.range(south - 1, north + 1, 0.25).map((y) => [x, y]))} />
      <text x=${projection([x, south])[0]} y=${HEIGHT - 4} text-anchor="middle">${written(x, 'E', 'W')}</text>`)}
    ${ticks(south, north).map((y) => html`<path d=${line(d3.range(west - 1, east + 1, 0.25).map((x) => [x, y]))} />
      <text x="4" y=${projection([west, y])[1] - 3}>${written(y, 'N', 'S')}</text>`)}</g>`;
}

function Picture({ places, label }) {
  const [ref, width] = useWidth();
  const [svg, transform, buttons] = useZoom(width ? places : null, 60);
  const fitted = useMemo(() => {
    if (!width) return null;
    const all = { type: 'MultiPoint', coordinates: places.map(({ at }) => at) };
    const projection = nationalGrid().fitExtent([[48, 24], [width - 30, HEIGHT - 34]], all);
    // One school alone, or a few in one street, would fill the map.
    if (projection.scale() > 400_000 || !Number.isFinite(projection.scale())) {
      projection.scale(400_000).translate([0, 0]);
      const [x, y] = projection(d3.geoCentroid(all));
      projection.translate([width / 2 - x, HEIGHT / 2 - y]);
    }
    return { scale: projection.scale(), translate: projection.translate() };
  }, [places, width]);
  if (!fitted) return html`<div ref=${ref} class="chart" />`;
  const projection = nationalGrid().scale(fitted.scale * transform.k)
    .translate([fitted.translate[0] * transform.k + transform.x, fitted.translate[1] * transform.k + transform.y]);
  const path = d3.geoPath(projection);
  const r = places.length > 2000 ? 2 : places.length > 300 ? 3 : 5;
  return html`<div ref=${ref} class="chart network map-of-rows">${buttons}
    <svg ref=${svg} class="picture" width=${width} height=${HEIGHT} role="group" aria-label=${label}>
      <${Lines} projection=${projection} path=${path} width=${width} />
      ${places.map((place) => {
        const [x, y] = projection(place.at);
        if (x < -r || y < -r || x > width + r || y > HEIGHT + r) return null;
        const href = hrefOfPlace(place);
        const dot = html`<circle class="dot" cx=${x} cy=${y} r=${r} fill=${kindColour(place.kind)}><title>${place.label}</title></circle>`;
        return href ? html`<a href=${href} tabindex="-1" aria-label=${place.label}>${dot}</a>` : dot;
      })}</svg></div>`;
}

const TABLE = [
  { key: 'label', label: 'Name', format: (text, row) => (hrefOfPlace(row) ? html`<a href=${hrefOfPlace(row)}>${text}</a>` : text) },
  { key: 'kind', label: 'Kind', format: spaced },
  { key: 'latitude', label: 'Latitude', numeric: true, value: ({ at }) => at[1] },
  { key: 'longitude', label: 'Longitude', numeric: true, value: ({ at }) => at[0] },
];

export function ResultMap({ rows, title, returns }) {
  const places = useMemo(() => placesOf(rows), [rows]);
  const kinds = useMemo(() => d3.rollups(places, (all) => all.length, (place) => place.kind), [places]);
  if (places.length === 0) {
    return html`<p class="state empty">No row has a place: a map needs columns longitude and latitude, a point, or schools as nodes.
      The columns are ${columnsOf(returns, rows).map((column) => column.name).join(', ')}.</p>`;
  }
  const summary = `${many(places.length, 'place')} in ${many(rows.length, 'row')}, in a transverse Mercator projection on 2° W as that of the national grid; north is up.`;
  return html`<${Figure} title=${title} wide summary=${summary} table=${{ columns: TABLE, rows: places }}
    legend=${kinds.map(([kind, size]) => ({ label: spaced(kind), color: kindColour(kind), value: count(size) }))}>
    <${Picture} places=${places} label=${`Map: ${summary}`} /><//>`;
}
