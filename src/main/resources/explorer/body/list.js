// Bodies to choose from, the largest first.
import { html, useEffect, useState } from '../lib.js';
import { useAnswer } from '../ask/api.js';
import { choose, viewAddress } from '../choose/state.js';
import { Empty, settled } from '../show/states.js';
import { Table } from '../show/table.js';
import { count, day, many, name, spaced } from '../show/words.js';

const KINDS = [
  'multi-academy-trust', 'single-academy-trust', 'local-authority', 'federation', 'sponsor', 'foundation-trust', 'umbrella-trust',
  'teaching-school-alliance', 'teaching-school-hub', 'hub', 'improvement-group', 'pairing', 'peer-enquiry-group',
  'learning-partnership', 'collaborative', 'shared-leadership', 'unknown-trust',
];
const MOST = 200;

const COLUMNS = [
  { key: 'name', label: 'Name', value: (row) => name(row.name), format: (text, row) => html`<a href=${viewAddress('body', { body: row.id })}>${text}</a>` },
  { key: 'kind', label: 'Kind', value: (row) => spaced(row.kind) },
  { key: 'schools', label: 'Schools', numeric: true, format: count },
  { key: 'from', label: 'Since', format: (iso) => day(iso) },
  { key: 'to', label: 'Until', format: (iso) => day(iso) },
];

function Rows({ answer, words, closed, release, kinds }) {
  if (!answer.data.length) {
    return html`<${Empty}><p>${words ? `No body of this kind is called “${words}”.` : 'There is none of this kind.'}
      ${!closed && ' Those that have ended can be shown too.'}</p><//>`;
  }
  const more = answer.meta.truncated;
  return html`<p class="summary">${more ? `The ${many(answer.data.length, 'body', 'bodies')} with most schools; words of the name find the others.`
      : many(answer.data.length, 'body', 'bodies')} Schools are those of ${day(release.extractDate)}.
      ${answer.links.csv && html` <a href=${answer.links.csv} download target="_self">All as CSV</a>`}</p>
    <${Table} caption="Bodies" columns=${kinds ? COLUMNS : COLUMNS.filter((column) => column.key !== 'kind')} rows=${answer.data} rowKey=${(row) => row.id} filter=${false} />`;
}

/** A field whose words go into the address once the typing pauses, so that not every letter is asked about. */
function Words({ value }) {
  const [text, setText] = useState(value ?? '');
  useEffect(() => setText(value ?? ''), [value]);
  useEffect(() => {
    if (text === (value ?? '')) return undefined;
    const timer = setTimeout(() => choose({ words: text.trimStart() }, 'replace'), 300);
    return () => clearTimeout(timer);
  }, [text]);
  return html`<div class="choice"><label for="words">Words of the name</label>
    <input id="words" type="search" value=${text} onInput=${(event) => setText(event.target.value)} /></div>`;
}

/** A list of bodies; kind, words and whether those that have ended count are choices of the address. */
export function BodyList({ choices, release }) {
  const kind = choices.kind ?? KINDS[0];
  const closed = choices.ended === 'true';
  const answer = useAnswer('/v1/bodies', {
    asOf: release.extractDate, kind: kind === 'all' ? null : kind, q: choices.words, open: closed ? 'any' : 'true', sort: 'schools', limit: MOST,
  });
  return html`<section class="card" aria-label="Bodies to choose from">
    <h2>Choose a body</h2>
    <form class="choices" onSubmit=${(event) => event.preventDefault()}>
      <div class="choice"><label for="kind">Kind</label>
        <select id="kind" value=${kind} onChange=${(event) => choose({ kind: event.target.value })}>
          <option value="all">All kinds</option>${KINDS.map((each) => html`<option value=${each}>${spaced(each)}</option>`)}</select></div>
      <${Words} value=${choices.words} />
      <label class="tick"><input type="checkbox" checked=${closed} onChange=${(event) => choose({ ended: event.target.checked ? 'true' : null })} /> Also those that have ended</label>
    </form>
    ${settled([answer], 'the bodies', (bodies) => html`<${Rows} answer=${bodies} words=${choices.words} closed=${closed} release=${release} kinds=${kind === 'all'} />`)}
  </section>`;
}
