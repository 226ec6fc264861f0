import { html, nothing, type TemplateResult } from 'lit';
import { say } from '../../src/core/message.js';
import type { PlannerState } from '../../src/wizard/state.js';
import type { Face } from '../face.js';
import { icon } from '../icons.js';

/** Which world this is, in full: beside the cluster's name. */
export const worldChip = ({ world }: PlannerState, face: Face): TemplateResult | typeof nothing =>
  chip(world.kind, face.speak(world.label));

/** The same in a word, where it is always in sight. */
export const worldWord = ({ world }: PlannerState, face: Face): TemplateResult | typeof nothing =>
  chip(world.kind, face.speak(world.kind === 'sandbox' ? say('Sandbox') : world.label));

function chip(kind: PlannerState['world']['kind'], words: string): TemplateResult | typeof nothing {
  if (kind === 'azure') return words === '' ? nothing : html`<span class="chip">${words}</span>`;
  return html`<span class="chip is-sandbox">${icon('sandbox')}${words}</span>`;
}
