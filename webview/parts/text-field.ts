import { html, nothing, type TemplateResult } from 'lit';
import type { Intent } from '../../src/wizard/intent.js';
import type { Face } from '../face.js';

interface Field {
  /** Unique on the page; also the key of its draft. */
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly unit?: string;
  readonly description: string;
  readonly isInvalid: boolean;
  /** Nothing stands in it yet. */
  readonly isOpen?: boolean;
  readonly isNumber?: boolean;
  readonly intent: (text: string) => Intent;
  /** What Enter does in it, beside sending what was typed. */
  readonly enter?: () => void;
}

/** A text field whose typing is sent when it pauses; the caret stays where it is whatever states arrive meanwhile. */
export function textField(field: Field, face: Face): TemplateResult {
  const { id, label, unit, description, isInvalid, isOpen, isNumber, intent, enter } = field;
  const typed = (event: Event): string =>
    event.currentTarget instanceof HTMLElement && 'value' in event.currentTarget
      ? String(event.currentTarget.value)
      : '';
  return html`<egress-text-field
    id=${id}
    class="${isInvalid ? 'is-invalid' : ''} ${isOpen ? 'is-open' : ''} ${isNumber ? 'is-number' : ''}"
    data-description=${description}
    data-invalid=${isInvalid ? '' : nothing}
    spellcheck="false"
    .value=${face.drafts.text(id, field.value)}
    @input=${(event: Event) => {
      const text = typed(event);
      face.drafts.type(id, { text, intent: intent(text) });
    }}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.repeat || event.ctrlKey || event.metaKey) return;
      if (enter === undefined) face.drafts.flush();
      else enter();
    }}
    @focusout=${() => face.drafts.leave(id)}
    >${label}${unit ? html`<span slot="end" class="unit">${unit}</span>` : nothing}</egress-text-field
  >`;
}
