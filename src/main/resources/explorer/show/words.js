// How numbers, days and the field's words are written.
const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const one = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const some = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 });
const share = new Intl.NumberFormat('en-GB', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const SECTORS = {
  'la-maintained': 'Local-authority maintained',
  'single-academy-trust': 'Single-academy trust',
  'multi-academy-trust': 'Multi-academy trust',
  'academy-trust-unknown': 'Academy, trust not known',
  'welsh-maintained': 'Maintained in Wales',
  other: 'Other',
};

/** Words that have a hyphen of their own. */
const HYPHENED = { MultiAcademyTrust: 'Multi-academy trust', SingleAcademyTrust: 'Single-academy trust', 'multi-academy-trust': 'Multi-academy trust', 'single-academy-trust': 'Single-academy trust', 'all-through': 'All-through', RscRegion: 'RSC region', 'rsc-region': 'RSC region' };

export const NONE = '–';

/** A count, `1,234`; an en dash if there is none. */
export const count = (value) => (defined(value) ? whole.format(value) : NONE);
/** A share of one, `12.3%`. */
export const percent = (value) => (defined(value) ? share.format(value) : NONE);
/** A number of any size, three digits; whole numbers whole. */
export const number = (value) =>
  !defined(value) ? NONE : Number.isInteger(value) ? whole.format(value) : Math.abs(value) >= 100 ? one.format(value) : some.format(value);

export function defined(value) {
  return value !== null && value !== undefined && !Number.isNaN(value);
}

/** How a measure of a unit is written. */
export function formatOf(unit) {
  return unit === 'share' || unit === 'fraction' || unit === 'proportion' ? percent : number;
}

/** With its sign, and a minus that is one. */
export function change(value, format = number) {
  if (!defined(value)) return NONE;
  const text = format(Math.abs(value));
  return value > 0 ? `+${text}` : value < 0 ? `−${text}` : `±${text}`;
}

/** Decimals with which a number of this size has three digits. */
function decimals(size, digits = 3) {
  return size === 0 ? 0 : Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
}

/** What a value has changed by, written no finer than the values themselves: from 18.297 to 18.294 is ±0.0. */
export function moved(before, now, format = number) {
  if (!defined(before) || !defined(now)) return NONE;
  if (format !== number || (Number.isInteger(before) && Number.isInteger(now))) return change(now - before, format);
  return changed(now - before, decimals(Math.min(99, Math.max(Math.abs(before), Math.abs(now)))));
}

/** A change with so many decimals; one that shows in none of them is neither up nor down. */
function changed(value, places) {
  const shown = Number(value.toFixed(places));
  return change(shown, (size) => size.toFixed(places));
}

/**
 * How the numbers of a column are written, all with as many decimals: `{value, change}`.
 *
 * @param values all that the column may ever hold, so that it looks the same on every day
 */
export function alike(values) {
  const numbers = values.filter(defined);
  if (numbers.every(Number.isInteger)) return { value: count, change: (value) => change(value, count) };
  const places = decimals(numbers.reduce((most, value) => Math.max(most, Math.abs(value)), 0), 4);
  const fixed = new Intl.NumberFormat('en-GB', { minimumFractionDigits: places, maximumFractionDigits: places });
  return { value: (value) => (defined(value) ? fixed.format(value) : NONE), change: (value) => (defined(value) ? changed(value, places) : NONE) };
}

/** A change of a share, in percentage points. */
export const points = (value) => change(Math.round(value * 1000) / 10, (each) => `${one.format(each)} points`);

/** `1 September 2015` shortened: `1 Sep 2015`. */
export function day(iso) {
  if (!iso) return NONE;
  const [year, month, date] = iso.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** From one day to another; null is since before the record, or still so. */
export function span(from, to) {
  return `${from ? day(from) : 'before the record'} – ${to ? day(to) : 'today'}`;
}

export function sector(word) {
  return SECTORS[word] ?? spaced(word);
}

/** `LocalAuthority` and `local-authority` as words: `Local authority`. */
export function spaced(word) {
  if (!word) return NONE;
  if (HYPHENED[word]) return HYPHENED[word];
  const text = word.replaceAll('-', ' ').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return text[0].toUpperCase() + text.slice(1);
}

const SMALL = new Set(['and', 'of', 'the', 'for', 'in', 'at', 'on', 'with']);
const SPELT = { cofe: 'CofE', st: 'St', ltd: 'Ltd', mrs: 'Mrs', dr: 'Dr' };
/** Letters and numerals that could be words; the register's other names have them in capitals. */
const LETTERS = new Set(`ce rc uk ii iii vi vii xxiii mat va vc utc sen ap ace aret boa cast csia cul ekc hcat hcuk hisp hti letta qe qed
  qegs rmet rsa sdbe seax tbap tcat tkat tvi ucl`.split(/\s+/));

function capitalised(word, index) {
  const plain = word.replace(/\W/g, '');
  if (SPELT[plain]) return word.replace(plain, SPELT[plain]);
  if (LETTERS.has(plain)) return word.toUpperCase();
  if (index && SMALL.has(word)) return word;
  // Without a vowel, or with full stops, it is no word but letters: GLF, T.E.A.M.
  if ((plain.length > 1 && !/[aeiouy\d]/.test(plain)) || /^(\w\.)+\w?$/.test(word)) return word.toUpperCase();
  return word.replace(/^\W*\w|(?<=[-’'/(.])\w(?=\w)/g, (letter) => letter.toUpperCase()).replace(/(['’])S$/, '$1s');
}

/** A name all in capitals, as the register has many, in a form that reads: MULBERRY SCHOOLS TRUST → Mulberry Schools Trust. */
export function name(text) {
  if (!text || text !== text.toUpperCase()) return text ?? NONE;
  return text.toLowerCase().split(/\s+/).map(capitalised).join(' ');
}

/** `one school`, `3 schools`. */
export function many(value, thing, things = `${thing}s`) {
  return `${count(value)} ${value === 1 ? thing : things}`;
}

/** Words of a list: `a, b and c`. */
export function list(items) {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** A label in the middle of a sentence: its first letter small, unless it begins with capitals. */
export function within(label) {
  return /^[A-Z]{2}/.test(label) ? label : label[0].toLowerCase() + label.slice(1);
}
