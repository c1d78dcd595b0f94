// The overview: the map of who governs, the headline figures, and how they came about.
import { html, useMemo, useState } from '../lib.js';
import { absence, EVERYWHERE, useArea, useAreaName } from '../ask/areas.js';
import { areaOf, areaParameter, schoolParameters } from '../choose/filters.js';
import { choose, viewAddress } from '../choose/state.js';
import { Figure } from '../show/figure.js';
import { BarList } from '../show/bars.js';
import { LineChart, StackedArea } from '../show/charts.js';
import { PatchworkMap } from './map.js';
import { bodiesOn, handsOf, usePatchwork } from '../ask/patchwork.js';
import { groundColours, sectorColour } from '../show/palette.js';
import { layersOf, SECTOR_MEASURES, SECTOR_WORDS, tableOf } from '../show/sectors.js';
import { Tile } from '../show/tile.js';
import { useSeries } from '../ask/series.js';
import { dayOf } from '../ask/release.js';
import { settled } from '../show/states.js';
import { count, day as written, list, many, name, number, percent, sector as sectorName, within } from '../show/words.js';

const STRUCTURE = ['schools', 'academyShare', ...SECTOR_MEASURES];
const FRAGMENTATION = ['bodies', 'effectiveBodies', 'hhi'];
const LARGEST = 10;

function Tiles({ structure, fragmentation, sizes }) {
  const tile = (series, measure, label, format) => html`<${Tile} measure=${measure} label=${label} format=${format} now=${series.now?.[measure]} before=${series.before?.[measure]} />`;
  return html`<ul class="tiles" aria-label="Headline figures">
    ${tile(structure, 'schools', 'State-funded schools', count)}
    ${tile(structure, 'academyShare', 'Share run by trusts', percent)}
    ${tile(sizes, 'trusts', 'Trusts', count)}
    ${tile(sizes, 'trustsOf10Plus', 'Trusts of ten or more schools', count)}
    ${tile(fragmentation, 'bodies', 'Bodies in control', count)}
    ${tile(fragmentation, 'effectiveBodies', 'Effective number of bodies', number)}</ul>
    <p class="summary">What the sources show only by comparing two downloads of the register is dated to the second, so changes gather in a year with one.</p>`;
}

/** Schools whose trust is not known are in no trust together. */
const trustsOf = (bodies) => bodies.filter((each) => ['MultiAcademyTrust', 'SingleAcademyTrust'].includes(each.body?.kind));

function MapFigure({ patchwork, largest, day, by, place, absent }) {
  const schools = largest.reduce((sum, each) => sum + each.schools, 0);
  const bySector = useMemo(() => {
    const counts = new Map();
    for (const each of largest) counts.set(each.sector, (counts.get(each.sector) ?? 0) + each.schools);
    return SECTOR_WORDS.filter((sector) => counts.has(sector)).map((sector) => ({ sector, schools: counts.get(sector) }));
  }, [largest]);
  const trusts = trustsOf(largest);
  const first = trusts.slice(0, 3).map((each) => `${name(each.body.name)} (${each.schools})`);
  const table = useMemo(() => ({
    columns: [
      { key: 'name', label: 'Body', value: (row) => (row.body ? name(row.body.name) : 'Not known'), format: (text, row) => row.body && html`<a href=${viewAddress('body', { body: row.body.id })}>${text}</a>` },
      { key: 'sector', label: 'Sector', format: (word) => sectorName(word) },
      { key: 'schools', label: 'Schools', numeric: true, format: count },
    ],
    rows: largest,
  }), [largest]);
  const title = `Who governs the schools of ${place}, ${written(day)}`;
  const nothing = schools === 0 && `${absent ?? 'No such school was open here'}: there is nothing to be seen on ${written(day)}.`;
  return html`<${Figure} title=${title} table=${table} csv=${patchwork.links?.csv} pictureFirst
    summary=${nothing || `${many(schools, 'school')} under ${many(handsOf(largest), 'body', 'bodies')}${first.length ? `; the largest trusts are ${list(first)}` : ''}. ${by === 'body' ? 'Authorities are in shades of blue (Wales: green), trusts in sixteen colours that take turns.' : ''}`}
    legend=${bySector.map(({ sector, schools: held }) => ({ label: sectorName(sector), color: by === 'body' ? groundColours(sector) : sectorColour(sector), value: count(held) }))}>
    <${ColourChoice} by=${by} />
    <${PatchworkMap} data=${patchwork.data} day=${day} by=${by} nothing=${nothing} label=${`${title}. The same as a table is behind the button Table.`} />
  <//>`;
}

function ColourChoice({ by }) {
  return html`<p class="switch over" role="group" aria-label="Colours of the map">
    <button type="button" aria-pressed=${by === 'body'} onClick=${() => choose({ colour: null })}>A colour for each body</button>
    <button type="button" aria-pressed=${by === 'sector'} onClick=${() => choose({ colour: 'sector' })}>By sector</button></p>`;
}

function Composition({ structure, place, day }) {
  const [hovered, setHovered] = useState(null);
  const series = useMemo(() => layersOf(structure.values), [structure.values]);
  const shown = hovered ?? day;
  const place_ = structure.dates.indexOf(shown);
  const at = (measure) => (place_ >= 0 ? structure.values[measure][place_] : structure.now[measure]);
  const all = series.reduce((sum, line) => sum + (at(line.key) ?? 0), 0);
  const table = useMemo(() => tableOf(structure.dates, series), [series]);
  return html`<${Figure} title=${`Sectors in ${place}`} table=${table} csv=${structure.csv}
    summary=${`${written(shown)}: ${all ? list(series.filter((line) => at(line.key) > 0).map((line) => `${percent(at(line.key) / all)} ${within(line.label)}`)) : 'no school'}.`}
    legend=${series.map((line) => ({ label: line.label, color: line.color, value: percent((at(line.key) ?? 0) / (all || 1)) }))}>
    <${StackedArea} dates=${structure.dates} series=${series} shares day=${day} format=${percent} onPick=${(asOf) => choose({ asOf })} onHover=${setHovered}
      label=${`Shares of the sectors among the schools of ${place} through time`} /><//>`;
}

function Effective({ fragmentation, place, day }) {
  const [hovered, setHovered] = useState(null);
  const series = useMemo(() => [{ key: 'effectiveBodies', label: 'Effective number of bodies', color: '#228833', values: fragmentation.values.effectiveBodies }], [fragmentation.values]);
  const table = useMemo(() => ({
    columns: [{ key: 'date', label: 'Day', format: written }, ...FRAGMENTATION.map((measure) => ({ key: measure, label: { bodies: 'Bodies', effectiveBodies: 'Effective bodies', hhi: 'HHI' }[measure], numeric: true, format: number }))],
    rows: fragmentation.dates.map((date, i) => ({ date, ...Object.fromEntries(FRAGMENTATION.map((measure) => [measure, fragmentation.values[measure][i]])) })),
  }), [fragmentation.values]);
  const place_ = hovered ? fragmentation.dates.indexOf(hovered) : -1;
  const value = place_ >= 0 ? fragmentation.values.effectiveBodies[place_] : fragmentation.now.effectiveBodies;
  return html`<${Figure} title=${`Effective number of bodies in ${place}`} table=${table} csv=${fragmentation.csv}
    summary=${`${written(hovered ?? day)}: control is as divided as among ${number(value)} bodies of equal size (the inverse of the Herfindahl–Hirschman index).`}>
    <${LineChart} dates=${fragmentation.dates} series=${series} day=${day} onPick=${(asOf) => choose({ asOf })} onHover=${setHovered} label=${`Effective number of bodies in ${place} through time`} height=${180} /><//>`;
}

function Largest({ trusts, day, place }) {
  const rows = useMemo(() => trusts.slice(0, LARGEST).map(({ body, schools, sector }) => ({
    key: body.id, label: name(body.name), href: viewAddress('body', { body: body.id }), value: schools, text: count(schools), color: sectorColour(sector),
  })), [trusts]);
  const title = `Largest trusts in ${place}, ${written(day)}`;
  if (!rows.length) return html`<${Figure} title=${title} picture=${false} summary="No trust ran a school here." />`;
  return html`<${Figure} title=${title}><${BarList} rows=${rows} label=${`${title}, by their schools`} /><//>`;
}

export default function Overview({ choices, release }) {
  const day = dayOf(choices, release);
  const by = choices.colour === 'sector' ? 'sector' : 'body';
  const place = useAreaName(areaOf(choices));
  const patchwork = usePatchwork({ from: release.since, area: areaParameter(choices), ...schoolParameters(choices) });
  const largest = useMemo(() => (patchwork.data ? bodiesOn(patchwork.data, day) : []), [patchwork.data, day]);
  const trusts = useMemo(() => trustsOf(largest), [largest]);
  const empty = useArea(patchwork.data && !largest.length ? areaOf(choices) : EVERYWHERE);
  const structure = useSeries('/v1/structure/series', STRUCTURE, choices, release);
  const fragmentation = useSeries('/v1/fragmentation/series', FRAGMENTATION, choices, release);
  const sizes = useSeries('/v1/trust-sizes/series', ['trusts', 'trustsOf10Plus'], choices, release);
  return html`
    <div class="overview">
      <div>${settled([patchwork], 'the map', () => html`<${MapFigure} patchwork=${patchwork} largest=${largest} day=${day} by=${by} place=${place} absent=${absence(empty.data, day)} />`)}</div>
      <div class="beside">
        <div>${settled([structure, fragmentation, sizes], 'the headline figures', () => html`<${Tiles} structure=${structure} fragmentation=${fragmentation} sizes=${sizes} />`)}</div>
        ${settled([structure], 'the sectors', () => html`<${Composition} structure=${structure} place=${place} day=${day} />`)}
        ${settled([fragmentation], 'the fragmentation', () => html`<${Effective} fragmentation=${fragmentation} place=${place} day=${day} />`)}
        ${patchwork.data && html`<${Largest} trusts=${trusts} day=${day} place=${place} />`}
      </div></div>`;
}
