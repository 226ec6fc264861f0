import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { say } from '../../src/core/message.js';
import type { PlanSection } from '../../src/wizard/state.js';
import type { Face } from '../face.js';
import { icon } from '../icons.js';
import { acts } from '../parts/act.js';
import { callout, markedLines } from '../parts/marked.js';
import { sectionFrame } from '../parts/section.js';
import { textField } from '../parts/text-field.js';
import { plain, prose } from '../prose.js';
import { planStep } from './plan-step.js';

/** Every step, what it sends, what it interrupts and how it is undone. Nothing has been sent yet. */
export function planSection(section: PlanSection, name: string, face: Face): TemplateResult {
  const body = html`${steps(section, face)} ${stays(section, face)} ${typedName(section, face)}
  ${exports(section, face)}`;
  return sectionFrame({ id: 'plan', name, head: section, body }, face);
}

function steps({ steps: list }: PlanSection, face: Face): TemplateResult | typeof nothing {
  if (list.length === 0) return nothing;
  return html`<div class="steps-head" aria-hidden="true">
      <span>${face.speak(say('Step'))}</span><span>${face.speak(say('Interruption'))}</span
      ><span>${face.speak(say('Undo'))}</span>
    </div>
    <ol class="steps">
      ${repeat(
        list,
        ({ id }) => id,
        (step, index) => planStep(step, index + 1, face),
      )}
    </ol>`;
}

function stays({ stays: list }: PlanSection, face: Face): TemplateResult | typeof nothing {
  if (list.length === 0) return nothing;
  return html`<details class="group">
    <summary>
      ${icon('chevron')}
      <h3>${face.speak(say('What the plan does not touch'))}<span class="count">${list.length}</span></h3>
    </summary>
    ${markedLines('passed', list, face)}
  </details>`;
}

function typedName({ typedName: asked }: PlanSection, face: Face): TemplateResult | typeof nothing {
  if (asked === undefined) return nothing;
  const why = face.speak(asked.why);
  const field = textField(
    {
      id: 'typed-name',
      label: face.speak(say('Type the name of the cluster to go on')),
      value: asked.value,
      description: plain(why),
      isInvalid: false,
      intent: (text) => ({ kind: 'typeName', name: text }),
      enter: face.goOn,
    },
    face,
  );
  const answer = asked.matches
    ? say('The name matches.')
    : asked.value === ''
      ? undefined
      : say('This is not the name of the cluster.');
  const body = html`<p>${prose(why)}</p>
    ${field}
    <p class="hint" role="status">${answer && face.speak(answer)}</p>`;
  return html`<div class="block">
    ${callout({ mark: asked.matches ? 'passed' : 'warning', body }, face)}
  </div>`;
}

function exports({ exports: list, digest }: PlanSection, face: Face): TemplateResult | typeof nothing {
  if (list.length === 0) return nothing;
  return html`<div class="block">
    <h3>${face.speak(say('Take the plan with you'))}</h3>
    ${acts(list, face)}
    <p class="hint">${face.speak(say('Plan'))} <code title=${digest}>${digest.slice(0, 12)}</code></p>
  </div>`;
}
