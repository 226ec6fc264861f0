import { html, nothing, type TemplateResult } from 'lit';
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
  const { value, problem } = field;
  const help = face.speak(field.help);
  const trouble = problem && face.speak(problem);
  return html`<div class="field">
    ${textField(
      {
        id: `option-${field.option}`,
        label: face.speak(field.label),
        value,
        unit: face.speak(field.unit),
        description: plain(trouble === undefined ? help : `${trouble} ${help}`),
        isInvalid: trouble !== undefined,
        isNumber: true,
        intent: (text) => ({ kind: 'configure', option: field.option, value: text }),
      },
      face,
    )}
    ${trouble && html`<p class="problem">${icon('blocked')}<span>${prose(trouble)}</span></p>`}
    <p class="hint">${prose(help)}</p>
  </div>`;
}
