// A body: what it is, how it grew, where its schools are, from whom they came and to whom they went.
import { html, useMemo } from '../lib.js';
import { useAll, useAnswer } from '../ask/api.js';
import { BodyFlows } from './flows.js';
import { GrowthLine, MemberBars } from './growth.js';
import { BodyList } from './list.js';
import { BodyMap } from './map.js';
import { grouped, lastDay, membersOn, wayWords } from './members.js';
import { dayOf, holds } from '../ask/release.js';
import { address, viewAddress } from '../choose/state.js';
import { Empty, Failed, Loading, settled } from '../show/states.js';
import { Table } from '../show/table.js';
import { count, day, list, many, name, NONE, number, span, spaced } from '../show/words.js';

function Tile({ label, value, raw, measure, note }) {
  return html`<li class="tile"><span class="label">${label}</span><b data-measure=${measure} data-value=${raw ?? value}>${typeof value === 'string' ? value : count(value)}</b>
    ${note && html`<small>${note}</small>`}</li>`;
}

/** Kilometres with one decimal below a hundred; finer than the postcodes the places come from would be pretence. */
const km = (value) => (value === null || value === undefined ? NONE : `${number(value < 100 ? Math.round(value * 10) / 10 : Math.round(value))} km`);

function Tiles({ members, spread, spreadDay, asOf }) {
  const now = useMemo(() => membersOn(members, asOf), [members, asOf]);
  const pupils = now.reduce((sum, member) => sum + (member.pupils ?? 0), 0);
  const row = spread.data?.[0];
  const told = `on ${day(spreadDay)}`;
  return html`<ul class="tiles" aria-label=${`In numbers, ${day(asOf)}`}>
    <${Tile} label="Schools" value=${now.length} measure="schools" note=${day(asOf)} />
    <${Tile} label="Pupils of these schools" value=${pupils} measure="pupils" note="at the latest census" />
    <${Tile} label="Local authorities" value=${grouped(now, (member) => member.area?.id).length} measure="authorities" note=${day(asOf)} />
    <${Tile} label="Regions" value=${grouped(now, (member) => member.region?.id).length} measure="regions" note=${day(asOf)} />
    <${Tile} label="Between two of its schools, median" value=${km(row?.medianPairKm)} raw=${row?.medianPairKm} measure="medianPairKm" note=${row ? told : 'of two schools or more'} />
    <${Tile} label="Between two of its schools, most" value=${km(row?.maxPairKm)} raw=${row?.maxPairKm} measure="maxPairKm" note=${row ? told : 'of two schools or more'} />
  </ul>`;
}

function Bodies({ refs }) {
  return html`${refs.map((ref, index) => html`${index ? ', ' : ''}<a href=${viewAddress('body', { body: ref.id })}>${name(ref.name)}</a>`)}`;
}

/** On a day on which it has no school: the day to go to, to see some. */
function Elsewhen({ members, asOf, release }) {
  if (!members.length || members.some((member) => holds(member, asOf))) return null;
  const last = lastDay(members, release);
  const first = members.map((member) => member.from).filter(Boolean).sort()[0];
  const to = asOf > last ? last : first;
  if (to < release.since) return html` <strong>All its schools had gone by ${day(release.since)}</strong>, from when on this page shows them.`;
  return html` <strong>It has no school on ${day(asOf)}.</strong> <a href=${address({ asOf: to })}>${asOf > last ? 'The last day it had any' : 'The first day it had one'}: ${day(to)}</a>.`;
}

function Head({ body, asOf, members, release }) {
  const around = { Sponsors: body.sponsors, Under: body.under, Over: body.over, 'Took the place of': body.predecessors, 'Its place was taken by': body.successors };
  const numbers = { 'Companies House number': body.companiesHouse, UKPRN: body.ukprn, 'Group number': body.groupUid, 'Group ID': body.groupId, 'Code of the authority': body.code };
  const before = body.from && asOf < body.from;
  const after = body.to && asOf >= body.to;
  return html`<section class="card record" aria-label="What it is">
    <h2 class="named">${name(body.name)}</h2>
    <p>${spaced(body.kind)}${body.formality ? html`, ${spaced(body.formality).toLowerCase()}` : ''}${body.status ? html`; the register has it as ${body.status.toLowerCase()}` : ''}.
      ${(before || after) && html` <strong>On ${day(asOf)} it ${before ? 'had not begun' : 'had ended'}.</strong>`}<${Elsewhen} members=${members} asOf=${asOf} release=${release} /></p>
    <dl class="facts">
      <dt>From – until</dt><dd>${span(body.from, body.to)}</dd>
      ${Object.entries(numbers).map(([label, value]) => value && html`<dt>${label}</dt><dd>${value}</dd>`)}
      ${body.firstSchool && html`<dt>First school with a known date</dt><dd><a href=${viewAddress('school', { urn: body.firstSchool.urn })}>${body.firstSchool.name}</a>, ${day(body.firstSchool.from)}</dd>`}
      ${Object.entries(around).map(([label, refs]) => refs.length > 0 && html`<dt>${label}</dt><dd><${Bodies} refs=${refs} /></dd>`)}
      ${body.kind === 'LocalAuthority' && html`<dt>The same as an area</dt><dd><a href=${viewAddress('area', { area: body.id })}>${body.name}</a></dd>`}
      ${members.length > 0 && html`<dt>Its ties</dt><dd><a href=${viewAddress('network', { body: body.id })}>in the network</a></dd>`}
    </dl></section>`;
}

const changes = (release) => [
  { key: 'date', label: 'Date', format: (iso, row) => html`${day(iso)}${iso > release.extractDate ? html` <small>(announced)</small>` : ''}${row.observedAfter ? html` <small>(after ${day(row.observedAfter)}, by then)</small>` : ''}` },
  { key: 'change', label: 'Change', value: (row) => wayWords(row.change) },
  { key: 'name', label: 'School', format: (text, row) => html`<a href=${viewAddress('school', { urn: row.urn })}>${text}</a>` },
  { key: 'other', label: 'From or to', value: (row) => row.other && name(row.other.name), format: (text, row) => (row.other ? html`<a href=${viewAddress('body', { body: row.other.id })}>${text}</a>` : NONE) },
  { key: 'schools', label: 'Schools then', numeric: true, format: count },
];

function Changes({ id, label, release }) {
  const columns = useMemo(() => changes(release), [release]);
  const history = useAll(`/v1/bodies/${encodeURIComponent(id)}/history`);
  return html`<section class="card wide"><h2>All that came and went</h2>${settled([history], 'its changes', ({ data, links }) => (data.length
    ? html`<p class="summary">${many(data.length, 'change')}. <a href=${links.csv} download target="_self">CSV</a></p>
      <${Table} caption=${`Changes of ${label}`} columns=${columns} rows=${data} most=${20} sort=${{ key: 'date', down: true }} />`
    : html`<p class="state empty">No school came or went within the record.</p>`))}</section>`;
}

function Body({ id, choices, release }) {
  const path = `/v1/bodies/${encodeURIComponent(id)}`;
  const asOf = dayOf(choices, release);
  const record = useAnswer(path, { asOf: release.extractDate });
  const members = useAll(record.data ? `${path}/members` : null);
  const spreadDay = members.data && lastDay(members.data, release);
  const spread = useAnswer(members.data ? '/v1/spread' : null, { body: id, asOf: spreadDay });
  if (record.status === 'failed') return html`<${Failed} problem=${record.problem} /><p><a href=${viewAddress('body')}>Choose another body</a></p>`;
  if (!record.data || record.data.id !== id) return html`<${Loading} what="the body" />`;
  const label = name(record.data.name);
  const before = spreadDay < release.since;
  const shared = { members: members.data, label, asOf, release, body: id };
  return html`<p><a href=${viewAddress('body')}>All bodies</a></p>
    ${settled([members], 'its schools', () => html`
      <${Tiles} members=${members.data} spread=${spread} spreadDay=${spreadDay} asOf=${asOf} />
      <div class="grid">
      ${members.data.length === 0 ? html`<${Head} body=${record.data} asOf=${asOf} members=${members.data} release=${release} /><${Empty}><p>No school of the record ever had a part in it${record.data.over.length ? html`; it is over ${list(record.data.over.map((ref) => name(ref.name)))}` : ''}.</p><//>`
        : html`<div class="two"><div class="beside"><${Head} body=${record.data} asOf=${asOf} members=${members.data} release=${release} />
            ${!before && html`<${GrowthLine} ...${shared} />`}</div>
            <${BodyMap} ...${shared} /></div>
          <${BodyFlows} ...${shared} />
          ${!before && html`<${MemberBars} ...${shared} csv=${members.links.csv} />`}
          <${Changes} id=${id} label=${label} release=${release} />`}</div>`)}`;
}

export default function BodyView({ choices, release }) {
  return choices.body ? html`<${Body} key=${choices.body} id=${choices.body} choices=${choices} release=${release} />`
    : html`<${BodyList} choices=${choices} release=${release} />`;
}
