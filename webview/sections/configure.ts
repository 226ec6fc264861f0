import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ConfigureSection } from '../../src/wizard/state.js';
import type { Face } from '../face.js';
import { icon } from '../icons.js';
import { sectionFrame } from '../parts/section.js';
import { textField } from '../parts/text-field.js';
import { plain, prose } from '../prose.js';

/** Only the options of the chosen type. Nothing is sent by changing them. */
export function configureSection(section: ConfigureSection, name: string, face: Face): TemplateResult {
  const { fields } = section;
  const body =
    fields.length === 0
      ? nothing
      : html`<div class="fields">${fields.map((field) => option(field, face))}</div>`;
  return sectionFrame({ id: 'configure', name, head: section, body }, face);
}

function option(field: ConfigureSection['fields'][number], face: Face): TemplateResult {
  if (field.choices !== undefined) return choiceField(field, field.choices, face);
  const { value, problem, kind } = field;
  const help = face.speak(field.help);
  const trouble = problem && face.speak(problem);
  return html`<div class="field ${kind === 'text' ? 'is-wide' : ''}">
    ${textField(
      {
        id: `option-${field.option}`,
        label: face.speak(field.label),
        value,
        unit: face.speak(field.unit),
        description: plain(trouble === undefined ? help : `${trouble} ${help}`),
        isInvalid: trouble !== undefined,
        isOpen: value === '',
        isNumber: kind === undefined,
        intent: (text) => ({ kind: 'configure', option: field.option, value: text }),
      },
      face,
    )}
    ${trouble && html`<p class="problem">${icon('blocked')}<span>${prose(trouble)}</span></p>`}
    <p class="hint">${prose(help)}</p>
  </div>`;
}

/** One of several, sent at once: native radio buttons, so that arrow keys and screen readers do what they always do. */
function choiceField(
  { option: name, label, help, value }: ConfigureSection['fields'][number],
  choices: NonNullable<ConfigureSection['fields'][number]['choices']>,
  face: Face,
): TemplateResult {
  const id = `option-${name}`;
  const picked = face.drafts.text(id, value);
  const pick = (text: string): void => {
    face.drafts.hold(id, text);
    face.send({ kind: 'configure', option: name, value: text });
  };
  return html`<fieldset class="field is-choice" aria-describedby="${id}-help">
    <legend>${face.speak(label)}</legend>
    <p class="hint" id="${id}-help">${prose(face.speak(help))}</p>
    ${choices.map(
      (choice) =>
        html`<label
          ><input
            type="radio"
            name=${id}
            value=${choice.value}
            .checked=${live(choice.value === picked)}
            @change=${() => pick(choice.value)}
          /><span
            >${prose(face.speak(choice.label))}<span class="hint"
              >${prose(face.speak(choice.meaning))}</span
            ></span
          ></label
        >`,
    )}
  </fieldset>`;
}
