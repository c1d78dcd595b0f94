// The files the release is made of, what came of them, and the whole of it to take away.
import { html } from '../lib.js';
import { useAnswer } from '../ask/api.js';
import { CopyButton } from '../show/copy.js';
import { File } from '../show/file.js';
import { Table } from '../show/table.js';
import { count, day, list, many, spaced } from '../show/words.js';

const COLUMNS = [
  { key: 'file', label: 'File', format: (file) => html`<code>${file}</code>` },
  { key: 'kind', label: 'Kind', value: (row) => spaced(row.kind.toLowerCase().replaceAll('_', '-')).replace('Rsc', 'RSC') },
  { key: 'extractDate', label: 'As of', format: day },
  { key: 'rows', label: 'Rows', numeric: true, format: count },
  { key: 'publisher', label: 'Publisher' },
  { key: 'licence', label: 'Licence' },
  { key: 'sha256', label: 'SHA-256', sortable: false,
    format: (sum, row) => html`<span class="sum"><code title=${sum}>${sum.slice(0, 12)}…</code> <${CopyButton} text=${sum} what=${`the checksum of ${row.file}`} /></span>` },
];

/** Everything of a kind, whatever the day. */
const WHOLE = [
  { path: '/v1/schools', parameters: 'open=any', label: 'Schools', what: 'every record of a school, open or closed' },
  { path: '/v1/bodies', parameters: 'open=any', label: 'Bodies', what: 'trusts, authorities, federations and all others' },
  { path: '/v1/areas', label: 'Areas', what: 'authorities, regions, countries, consortia, dioceses, constituencies' },
  { path: '/v1/events', label: 'Events', what: 'what happened to schools and bodies, and when' },
  { path: '/v1/patchwork', label: 'Patchwork', what: 'who ran each school, from when to when' },
  { path: '/v1/structure/series', label: 'Structure', what: 'who runs the schools of each authority, year by year' },
  { path: '/v1/fragmentation/series', label: 'Fragmentation', what: 'measures of each authority, year by year' },
];

function Whole() {
  const index = useAnswer('/v1');
  const offered = new Set((index.data?.endpoints ?? []).map((endpoint) => endpoint.path));
  return html`<section class="card wide"><h2>The whole of it, as CSV</h2>
    <p class="summary">What the pages show is asked for at the same addresses; nothing is kept back. Large files take some seconds.</p>
    <ul class="whole">${WHOLE.filter(({ path }) => offered.has(path)).map(({ path, parameters, label, what }) => html`
      <li><${File} label=${`${label}, CSV`} href=${`${path}?${parameters ? `${parameters}&` : ''}format=csv`} /> <span>${what}</span></li>`)}</ul>
    <p>The interface: <a href="/docs">its documentation, to try</a> · <a href="/openapi.json">OpenAPI</a> · <a href="/v1">every address</a></p></section>`;
}

function Release({ release }) {
  return html`<section class="card"><h2>The release</h2><dl class="facts">
    <dt>Release</dt><dd><code>${release.release}</code></dd>
    <dt>Data up to</dt><dd>${day(release.extractDate)}</dd>
    <dt>First day on record</dt><dd>${day(release.firstDate)}</dd>
    <dt>Made by</dt><dd>Middle Tier ${release.builtBy}, format ${release.formatVersion}; served by ${release.software}</dd>
    <dt>Content</dt><dd><code title=${release.contentChecksum}>${release.contentChecksum.slice(0, 16)}…</code> <${CopyButton} text=${release.contentChecksum} what="the checksum of the content" /></dd>
    <dt>Attribution</dt><dd>${release.attribution.join(' ')}</dd></dl>
    ${release.madeUp && html`<p><strong>The schools of this release are made up.</strong></p>`}</section>`;
}

function Counts({ title, rows, keyed }) {
  const columns = [
    { key: keyed, label: title, format: (word) => html`<code>${word}</code>` },
    { key: 'count', label: 'Count', numeric: true, format: count },
  ];
  return html`<section class="card"><h2>${title} of the graph</h2><${Table} caption=${title} columns=${columns} rows=${rows} filter=${false} /></section>`;
}

export function Sources({ release }) {
  const { sources, counts } = release;
  const publishers = [...new Set(sources.map((source) => source.publisher.split(',')[0]))];
  const rows = sources.reduce((sum, source) => sum + source.rows, 0);
  return html`<div class="grid">
    <section class="card wide"><h2>The files</h2>
      <p class="summary">${many(sources.length, 'file')} with ${count(rows)} rows, of ${list(publishers)}. A checksum proves that a file is the one used here.</p>
      <${Table} caption="Files of the release" columns=${COLUMNS} rows=${sources} filter=${false} rowKey=${(row) => row.file} /></section>
    <${Whole} /><${Release} release=${release} />
    <${Counts} title="Nodes" keyed="label" rows=${counts.nodes} /><${Counts} title="Relationships" keyed="type" rows=${counts.relationships} /></div>`;
}
