// Colours. Sectors have those of Paul Tol's "bright" scheme (SRON/EPS/TN/09-002), which colour-blind readers tell apart.
const SECTORS = {
  'la-maintained': '#4477aa',
  'multi-academy-trust': '#ee6677',
  'single-academy-trust': '#ccbb44',
  'welsh-maintained': '#228833',
  'academy-trust-unknown': '#999999',
  other: '#aa3377',
};

/** Hues that stay apart for colour-blind eyes when light and dark alternate; bodies take them by turns. */
const BODIES = [
  '#ee6677', '#ccbb44', '#66ccee', '#aa3377', '#ee8866', '#228833', '#ddaa33', '#bb5566', '#44bb99', '#cc79a7',
  '#e69f00', '#882255', '#88ccee', '#ee3377', '#bbcc33', '#d55e00',
];

/** Authorities are the ground from which trusts stand out. */
const GROUND = ['#44698f', '#547ba0', '#6489ac', '#3b5d80'];
const WELSH = ['#3f8a55', '#4f9a64', '#357a49'];

const ORDER = Object.keys(SECTORS);

export function sectorColour(sector) {
  return SECTORS[sector] ?? SECTORS.other;
}

/** Sectors in the order in which they are stacked. */
export function bySector(a, b) {
  return rank(a) - rank(b);
}

function rank(sector) {
  const place = ORDER.indexOf(sector);
  return place < 0 ? ORDER.length : place;
}

/** FNV-1a: the same body has the same colour in every view, on every day. */
function hash(text) {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619) >>> 0;
  return h ^ (h >>> 15);
}

/** The colour of a body, by its id. */
export function bodyColour(id, sector) {
  if (!id || sector === 'academy-trust-unknown') return SECTORS['academy-trust-unknown'];
  const palette = paletteOf(sector ?? (id.startsWith('la:') ? 'la-maintained' : null));
  return palette[(hash(id) >>> 0) % palette.length];
}

function paletteOf(sector) {
  return sector === 'welsh-maintained' ? WELSH : sector === 'la-maintained' ? GROUND : BODIES;
}

/** Some of the colours that the bodies of a sector have. */
export function groundColours(sector) {
  return sector === 'academy-trust-unknown' ? [SECTORS[sector]] : paletteOf(sector).slice(0, 4);
}

/** Colours of a few things side by side, such as areas compared. */
export const FEW = ['#4477aa', '#ee6677', '#228833', '#aa3377', '#ccbb44', '#66ccee', '#994455', '#777777'];

/** Colour of a kind of body in a network. */
const KINDS = {
  School: '#4477aa', LocalAuthority: '#6489ac', MultiAcademyTrust: '#ee6677', SingleAcademyTrust: '#ccbb44',
  Federation: '#228833', FoundationTrust: '#44bb99', UmbrellaTrust: '#ee8866', TeachingSchoolAlliance: '#aa3377',
  Sponsor: '#ddaa33', Diocese: '#882255',
};

export function kindColour(kind) {
  return KINDS[kind] ?? BODIES[(hash(kind ?? '') >>> 0) % BODIES.length];
}

/** Whether dark or light letters are the easier to read on a colour: a class of the page's style. */
export function ink(color) {
  const [r, g, b] = [1, 3, 5].map((at) => (Number.parseInt(color.slice(at, at + 2), 16) / 255) ** 2.2);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.18 ? 'dark' : 'light';
}
