// One time for all views: slider, steps, play, and a day typed in.
import { html, useLayoutEffect, useRef, useState } from '../lib.js';
import { choose } from './state.js';
import { addMonths, dayOf, isDay, tickOf } from '../ask/release.js';
import { day } from '../show/words.js';

const MONTHS_PER_SECOND = 12;

/** Moves the time month by month until the end, as the clock goes and not as fast as it can be drawn. */
function usePlayer(choices, release) {
  const [playing, setPlaying] = useState(false);
  const at = useRef(0);
  at.current = tickOf(dayOf(choices, release), release.ticks);
  // At once when it is paused: an effect after drawing would let one more month through.
  useLayoutEffect(() => {
    if (!playing) return undefined;
    const last = release.ticks.length - 1;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const [step, pause] = still ? [12, 1000] : [1, 1000 / MONTHS_PER_SECOND];
    if (at.current >= last) choose({ asOf: release.ticks[0] }, 'settle');
    let due = performance.now() + pause;
    let frame = requestAnimationFrame(function next(now) {
      if (now >= due) {
        due = Math.max(due + pause, now);
        const tick = Math.min(last, at.current + step);
        choose({ asOf: release.ticks[tick] }, 'settle');
        if (tick === last) {
          setPlaying(false);
          return;
        }
      }
      frame = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing]);
  return [playing, setPlaying];
}

function TypedDay({ value, release }) {
  const [refused, setRefused] = useState('');
  const set = (event) => {
    const typed = event.target.value;
    if (!isDay(typed)) return;
    const inside = typed >= release.since && typed <= release.extractDate;
    setRefused(inside ? '' : `The record shown here goes from ${day(release.since)} to ${day(release.extractDate)}.`);
    if (inside) choose({ asOf: typed });
  };
  return html`<label class="hidden" for="day">Day</label>
    <input id="day" type="date" value=${value} min=${release.since} max=${release.extractDate} onChange=${set}
      aria-describedby=${refused ? 'day-refused' : null} />
    ${refused && html`<span id="day-refused" class="refused" role="alert">${refused}</span>`}`;
}

function Years({ release }) {
  const first = Number(release.since.slice(0, 4));
  const last = Number(release.extractDate.slice(0, 4));
  const years = [];
  for (let year = first; year <= last; year++) {
    const tick = release.ticks.indexOf(`${year}-01-01`);
    if (tick >= 0) years.push({ year, part: tick / (release.ticks.length - 1) });
  }
  return html`<svg class="years" viewBox="0 0 1000 16" preserveAspectRatio="none" aria-hidden="true">
    ${years.map(({ year, part }) => html`<line x1=${part * 1000} x2=${part * 1000} y1="0" y2=${year % 5 ? 5 : 12} />`)}</svg>`;
}

export function TimeBar({ choices, release }) {
  const asOf = dayOf(choices, release);
  const tick = tickOf(asOf, release.ticks);
  const [playing, setPlaying] = usePlayer(choices, release);
  const go = (to, mode) => choose({ asOf: to === release.extractDate ? null : to }, mode);
  const step = (months) => {
    setPlaying(false);
    const to = addMonths(asOf, months);
    go(to < release.since ? release.since : to > release.extractDate ? release.extractDate : to);
  };
  return html`<section class="time" aria-label="Time">
    <div class="buttons">
      <button type="button" onClick=${() => step(-12)} aria-label="One year back" title="One year back">«</button>
      <button type="button" onClick=${() => step(-1)} aria-label="One month back" title="One month back">‹</button>
      <button type="button" class="play" onClick=${() => setPlaying(!playing)} aria-pressed=${playing}
        aria-label=${playing ? 'Pause' : 'Play'} title=${playing ? 'Pause' : 'Play'}>${playing ? '❚❚' : '▶'}</button>
      <button type="button" onClick=${() => step(1)} aria-label="One month on" title="One month on">›</button>
      <button type="button" onClick=${() => step(12)} aria-label="One year on" title="One year on">»</button>
    </div>
    <div class="slider">
      <label class="hidden" for="time">Time</label>
      <input id="time" type="range" min="0" max=${release.ticks.length - 1} step="1" value=${tick} aria-valuetext=${day(asOf)}
        onInput=${(event) => { setPlaying(false); go(release.ticks[Number(event.target.value)], 'settle'); }} />
      <${Years} release=${release} />
      <div class="ends" aria-hidden="true"><span>${release.since.slice(0, 4)}</span><span>${release.extractDate.slice(0, 4)}</span></div>
    </div>
    <div class="typed"><output class="now" for="time">${day(asOf)}</output><${TypedDay} value=${asOf} release=${release} /></div>
  </section>`;
}
