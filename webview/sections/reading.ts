import { html, type TemplateResult } from 'lit';
import { say } from '../../src/core/message.js';
import type { PlannerState } from '../../src/wizard/state.js';
import type { Face } from '../face.js';
import { acts } from '../parts/act.js';
import { azureWords } from '../parts/azure-words.js';
import { callout } from '../parts/marked.js';
import { sectionFrame } from '../parts/section.js';
import { prose } from '../prose.js';

type Failed = Extract<PlannerState['reading'], { kind: 'failed' }>;

/** Stands in Today's place until Azure has answered: the table's outline, so that nothing jumps later. */
export function readingSection(clusterName: string, name: string, face: Face): TemplateResult {
  const head = { answer: say('Reading {name}', { name: clusterName }) };
  const body = html`<div class="skeletons" aria-hidden="true">
    ${[1, 2, 3].map(() => html`<div class="skeleton-row"><i></i><i></i><i></i></div>`)}
  </div>`;
  return sectionFrame({ id: 'today', name, head, body }, face);
}

/** Stands in Today's place when nothing could be read. */
export function failedSection(
  { message, azure, acts: ways }: Failed,
  name: string,
  face: Face,
): TemplateResult {
  const head = { answer: say('This cluster could not be read') };
  const told = html`<p>${prose(face.speak(message))}</p>
    ${azure && azureWords(azure, face)} ${acts(ways, face)}`;
  const body = callout({ mark: 'blocked', body: told }, face);
  return sectionFrame({ id: 'today', name, head, body }, face);
}
