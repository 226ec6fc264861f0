import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Message } from '../../src/core/message.js';
import { say } from '../../src/core/message.js';
import type { ChooseSection, Mark } from '../../src/wizard/state.js';
import type { Face } from '../face.js';

export type Choice = ChooseSection['choices'][number];

/** How far a type is from here, in a word and a mark. */
export const reaches: Readonly<Record<Choice['reach'], { readonly word: Message; readonly mark: Mark }>> = {
  today: { word: say('Today'), mark: 'note' },
  reachable: { word: say('Reachable'), mark: 'passed' },
  warned: { word: say('Reachable, with a warning'), mark: 'warning' },
  conditions: { word: say('Conditions missing'), mark: 'blocked' },
  unreachable: { word: say('Not reachable'), mark: 'blocked' },
  unknown: { word: say('Not known'), mark: 'unknown' },
};

/** The mark before a choice's reason. Whoever has something to mind is never shown the mark of all well. */
export const reasonMark = ({ reach, reason }: Choice): Mark =>
  reach === 'reachable' && reason !== undefined ? 'note' : reaches[reach].mark;

/** Id of a choice's control; a key holds a slash. */
export const choiceId = ({ key }: Choice): string => `choice-${key.replace('/', '-')}`;

const group = 'outbound-type';

/** The radio of a choice. The state says which one is chosen, also when a click was not accepted. */
export function choiceRadio(choice: Choice, describedBy: string, face: Face): TemplateResult {
  const picked = face.drafts.text(group, '');
  const pick = (): void => {
    face.drafts.hold(group, choice.key);
    face.send({ kind: 'choose', target: choice.key });
  };
  return html`<input
    type="radio"
    name=${group}
    id=${choiceId(choice)}
    aria-describedby=${describedBy}
    .checked=${live(picked === '' ? choice.chosen : picked === choice.key)}
    @change=${pick}
  />`;
}
