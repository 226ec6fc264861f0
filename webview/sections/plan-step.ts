import { html, type TemplateResult } from 'lit';
import { say } from '../../src/core/message.js';
import type { PlanSection } from '../../src/wizard/state.js';
import type { Face } from '../face.js';
import { icon } from '../icons.js';
import { actButton } from '../parts/act.js';
import { diff } from '../parts/diff.js';
import { prose } from '../prose.js';

type PlanStep = PlanSection['steps'][number];

/** One step. The moment that matters is a line above it: here traffic moves, here is no way back. */
export function planStep(step: PlanStep, number: number, face: Face): TemplateResult {
  const { title, why, request, verify, interruption, undo } = step;
  const effect = (term: string, value: string) =>
    html`<div>
      <dt>${term}</dt>
      <dd>${prose(value)}</dd>
    </div>`;
  return html`<li>
    ${moment(step, face)}
    <div class="step">
      <span class="number" aria-hidden="true">${number}</span>
      <div class="step-body">
        <h3>${prose(face.speak(title))}</h3>
        <p>${prose(face.speak(why))}</p>
        <p class="sends"><code>${request}</code></p>
        ${diff(step.diff, face.speak(say('What step {number} sends', { number })), face)}
        <div class="step-foot">${actButton(step.openDiff, face, { small: true })}</div>
        <p class="verify">${icon('check')}<span>${prose(face.speak(verify))}</span></p>
      </div>
      <dl class="effects">
        ${effect(face.speak(say('Interruption')), face.speak(interruption))}
        ${effect(face.speak(say('Undo')), face.speak(undo))}
      </dl>
    </div>
  </li>`;
}

function moment({ moment: told, isCutOver }: PlanStep, face: Face): TemplateResult | undefined {
  if (told === undefined && !isCutOver) return undefined;
  const text = told?.text ?? say('Here traffic moves');
  return html`<p class="moment">
    ${icon(told?.kind === 'oneWay' ? 'door' : 'arrow')}<span>${prose(face.speak(text))}</span>
  </p>`;
}
