// How Neo4j would run a statement: its operators, the last first.
import { html } from '../lib.js';
import { count, many, number } from '../show/words.js';

function Operator({ step }) {
  const rows = step.estimatedRows;
  return html`<li><strong>${step.operator}</strong> <span class="estimate">about ${rows >= 10 ? count(rows) : number(rows)} ${rows === 1 ? 'row' : 'rows'}</span>
    ${step.details && html`<code>${step.details}</code>`}
    ${step.children.length > 0 && html`<ul>${step.children.map((child) => html`<${Operator} step=${child} />`)}</ul>`}</li>`;
}

export function operators(step) {
  return 1 + step.children.reduce((sum, child) => sum + operators(child), 0);
}

export function ResultPlan({ plan }) {
  return html`<section class="card wide"><h2>How it is run</h2>
    <p class="summary">${many(operators(plan.plan), 'operator')}. Each takes the rows of those under it. The numbers of rows are what Neo4j expects from
      its statistics, not what it found; nothing was run.</p>
    <ul class="plan">${html`<${Operator} step=${plan.plan} />`}</ul></section>`;
}
