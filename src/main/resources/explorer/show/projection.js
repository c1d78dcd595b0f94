// Places on the ground, and on paper.
import { d3 } from '../lib.js';

/** Kilometres that a unit of the projection stands for: the radius of the Earth. */
const EARTH_KM = 6371;

/** The transverse Mercator projection about 2° west, as on the maps of the Ordnance Survey. */
export function nationalGrid() {
  return d3.geoTransverseMercator().rotate([2, 0]);
}

/** Places in this projection, in kilometres east and south of its middle; NaN where a place is not known: `{x, y}`. */
export function inKilometres(longitude, latitude) {
  const project = nationalGrid().scale(EARTH_KM).translate([0, 0]);
  const x = new Float64Array(longitude.length).fill(NaN);
  const y = new Float64Array(longitude.length).fill(NaN);
  for (let i = 0; i < x.length; i++) if (longitude[i] !== null) [x[i], y[i]] = project([longitude[i], latitude[i]]);
  return { x, y };
}
