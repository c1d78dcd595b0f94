// What stands where an answer is not, or not yet: loading, empty, failed, too much.
import { html } from '../lib.js';

export function Loading({ what }) {
  return html`<p class="state loading" role="status">Loading ${what} …</p>`;
}

export function Empty({ children }) {
  return html`<div class="state empty">${children}</div>`;
}

export function Failed({ problem }) {
  return html`<div class="state failed" role="alert"><p><strong>${problem.title}</strong></p>
    ${problem.detail && html`<p>${problem.detail}</p>`}
    ${problem.suggestion && html`<p>Did you mean “${problem.suggestion}”?</p>`}
    ${problem.status === 503 && html`<p>The server is busy. <a href=${location.href} target="_self">Try again</a>.</p>`}</div>`;
}

/**
 * Draws answers once all are there.
 *
 * @param answers of useAnswer
 * @param what is loading, in words
 * @param draw is given the answers
 */
export function settled(answers, what, draw) {
  const failed = answers.find((each) => each.status === 'failed');
  if (failed) return html`<${Failed} problem=${failed.problem} />`;
  if (answers.some((each) => each.status === 'loading')) return html`<${Loading} what=${what} />`;
  return draw(...answers);
}
