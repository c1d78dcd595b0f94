// The sectors of the schools of an area through time, as layers of a picture and as a table.
import { sectorColour } from './palette.js';
import { count, day, sector } from './words.js';

/** Measures of /v1/structure and the sectors they count, from the bottom of the picture up. */
const SECTORS = {
  laMaintained: 'la-maintained', welshMaintained: 'welsh-maintained', academyTrustUnknown: 'academy-trust-unknown',
  singleAcademyTrust: 'single-academy-trust', multiAcademyTrust: 'multi-academy-trust',
};

export const SECTOR_MEASURES = Object.keys(SECTORS);

/** Sectors in that order. */
export const SECTOR_WORDS = Object.values(SECTORS);

/** Those that the area ever had: `[{key, label, color, values}]`. */
export function layersOf(values) {
  return SECTOR_MEASURES.filter((measure) => values[measure].some((value) => value > 0))
    .map((measure) => ({ key: measure, label: sector(SECTORS[measure]), color: sectorColour(SECTORS[measure]), values: values[measure] }));
}

export function tableOf(dates, layers) {
  return {
    columns: [{ key: 'date', label: 'Day', format: day }, ...layers.map((layer) => ({ key: layer.key, label: layer.label, numeric: true, format: count }))],
    rows: dates.map((date, place) => ({ date, ...Object.fromEntries(layers.map((layer) => [layer.key, layer.values[place]])) })),
  };
}
