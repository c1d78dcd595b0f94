// A chart or map with all that belongs to it: title, reading in words, legend, the same as a table, export, source.
import { d3, html, useRef, useState } from '../lib.js';
import { Table, csvOf } from './table.js';
import { useRelease } from '../ask/release.js';
import { day } from './words.js';

/** What a picture needs of the page's style to look the same on its own. */
const STYLES = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'opacity', 'fill-opacity', 'stroke-opacity',
  'font-size', 'font-family', 'font-weight', 'text-anchor', 'dominant-baseline', 'paint-order'];
const LINE = 18;

/** Gives a file to the reader. */
export function save(content, type, fileName) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function fileName(text, ending) {
  return `${text.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')}.${ending}`;
}

function styled(source) {
  const copy = source.cloneNode(true);
  const from = [source, ...source.querySelectorAll('*')];
  const to = [copy, ...copy.querySelectorAll('*')];
  from.forEach((element, index) => {
    const style = getComputedStyle(element);
    for (const each of STYLES) to[index].setAttribute(each, style.getPropertyValue(each));
    to[index].removeAttribute('class');
    to[index].removeAttribute('style');
  });
  return copy;
}

/** The picture with title, legend and source line, as the text of an SVG document. */
function document_(picture, { title, legend, source }) {
  const box = picture.getBoundingClientRect();
  const width = Math.max(320, Math.round(box.width));
  const height = Math.round(box.height);
  const ground = getComputedStyle(document.body).getPropertyValue('--paper').trim() || '#ffffff';
  const ink = getComputedStyle(document.body).color;
  const svg = d3.create('svg').attr('xmlns', 'http://www.w3.org/2000/svg').attr('font-family', 'system-ui, sans-serif').attr('fill', ink);
  svg.append('title').text(title);
  const back = svg.append('rect').attr('width', width).attr('fill', ground);
  svg.append('text').attr('x', 8).attr('y', 22).attr('font-size', 16).attr('font-weight', 600).text(title);
  let [x, y] = [8, 34];
  for (const { label, color } of legend ?? []) {
    const wide = 26 + label.length * 6.6;
    if (x + wide > width) [x, y] = [8, y + LINE];
    [color].flat().forEach((each, i, all) => svg.append('rect').attr('x', x + (12 * i) / all.length).attr('y', y + 2)
      .attr('width', 12 / all.length).attr('height', 12).attr('fill', each));
    svg.append('text').attr('x', x + 17).attr('y', y + 12).attr('font-size', 12).text(label);
    x += wide;
  }
  const top = y + (legend?.length ? LINE + 8 : 4);
  if (picture instanceof HTMLCanvasElement) {
    svg.append('image').attr('href', picture.toDataURL('image/png')).attr('x', 0).attr('y', top).attr('width', width).attr('height', height);
  } else {
    const copy = d3.select(styled(picture)).attr('x', 0).attr('y', top).attr('width', box.width).attr('height', height);
    svg.append(() => copy.node());
  }
  let line = top + height + 20;
  for (const text of wrapped(source, width / 6.5)) {
    svg.append('text').attr('x', 8).attr('y', line).attr('font-size', 11).attr('opacity', 0.8).text(text);
    line += 15;
  }
  back.attr('height', line);
  svg.attr('width', width).attr('height', line).attr('viewBox', `0 0 ${width} ${line}`);
  return { text: new XMLSerializer().serializeToString(svg.node()), width, height: line };
}

function wrapped(text, most) {
  const lines = [''];
  for (const word of text.split(' ')) {
    if (lines.at(-1).length + word.length > most) lines.push('');
    lines[lines.length - 1] += (lines.at(-1) ? ' ' : '') + word;
  }
  return lines;
}

async function png({ text, width, height }) {
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * 2;
  canvas.height = height * 2;
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

function Legend({ entries }) {
  return html`<ul class="legend">${entries.map(({ label, color, value, line, round }) => html`
    <li><svg width="14" height="14" aria-hidden="true">${line ? html`<line x1="0" x2="14" y1="7" y2="7" stroke=${color} stroke-width="3" stroke-dasharray=${line === true ? null : line} />`
      : Array.isArray(color) ? color.map((each, i) => html`<rect x=${(14 * i) / color.length} width=${14 / color.length} height="14" fill=${each} />`)
        : round ? html`<circle cx="7" cy="7" r="6" fill=${color} />` : html`<rect width="14" height="14" rx="3" fill=${color} />`}</svg>
      <span>${label}</span>${value !== undefined && html` <b>${value}</b>`}</li>`)}</ul>`;
}

/**
 * A figure.
 *
 * @param title what is shown, of what, when
 * @param summary the reading in a sentence or two, for those who do not see the picture too
 * @param legend `[{label, color, value?, line?, round?}]`; several colours are striped
 * @param table `{columns, rows}` as Table takes them: the same as the picture shows
 * @param csv address of the same from the interface; without it the table itself is given
 * @param links more `[{label, href, download}]`
 * @param picture whether there is an SVG or canvas to be saved
 * @param tabular whether what is shown is itself the table, so that there is none to change to
 * @param pictureFirst whether the words stand below what they are about
 */
export function Figure({ title, summary, legend, table, csv, links = [], picture = true, tabular: itself, pictureFirst, wide, children }) {
  const release = useRelease();
  const body = useRef();
  const [tabular, setTabular] = useState(false);
  const [failed, setFailed] = useState('');
  const source = `${release.madeUp ? 'The schools are made up. ' : ''}Middle Tier, data up to ${day(release.extractDate)}, release ${release.release}. ${release.attribution.join(' ')}`;
  const saved = async (asPng) => {
    try {
      const shown = body.current.querySelector('.picture svg, .picture canvas, svg.picture, canvas.picture') ?? body.current.querySelector('svg, canvas');
      const whole = document_(shown, { title, legend, source });
      if (asPng) save(await png(whole), 'image/png', fileName(title, 'png'));
      else save(whole.text, 'image/svg+xml', fileName(title, 'svg'));
      setFailed('');
    } catch (e) {
      setFailed(`The picture could not be saved: ${e.message}`);
    }
  };
  const classes = ['card', wide && 'wide', pictureFirst && !tabular && 'picture-first'].filter(Boolean).join(' ');
  return html`<figure class=${classes}>
    <figcaption><h2>${title}</h2>
      <div class="tools">
        ${table && !itself && html`<button type="button" aria-pressed=${tabular} onClick=${() => setTabular(!tabular)}>Table</button>`}
        ${picture && !tabular && html`<button type="button" onClick=${() => saved(false)}>SVG</button><button type="button" onClick=${() => saved(true)}>PNG</button>`}
        ${csv ? html`<a class="button" href=${csv} download target="_self">CSV</a>`
          : table && html`<button type="button" onClick=${() => save(csvOf(table), 'text/csv;charset=utf-8', fileName(title, 'csv'))}>CSV</button>`}
        ${links.map((link) => html`<a class="button" href=${link.href} download=${link.download ?? null} target="_self">${link.label}</a>`)}
      </div></figcaption>
    ${summary && html`<p class="summary">${summary}</p>`}
    ${failed && html`<p role="alert" class="refused">${failed}</p>`}
    ${tabular ? html`<${Table} caption=${title} ...${table} />`
      : html`${legend?.length > 0 && html`<${Legend} entries=${legend} />`}<div class="picture" ref=${body}>${children}</div>`}
  </figure>`;
}
