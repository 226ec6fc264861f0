import { html, nothing, type TemplateResult } from 'lit';
import { say, type Message } from '../../src/core/message.js';
import type { Act } from '../../src/wizard/state.js';
import type { Face } from '../face.js';
import { icon, type IconName } from '../icons.js';
import { plain, prose } from '../prose.js';

const iconsOfActs: Readonly<Partial<Record<Act['intent']['kind'], IconName>>> = {
  refresh: 'refresh',
  planAgain: 'refresh',
  copy: 'copy',
  export: 'export',
  openDiff: 'diff',
  openPortal: 'open',
  detach: 'eye',
  abort: 'stop',
};

interface Look {
  readonly primary?: boolean;
  /** The key that does the same, as `aria-keyshortcuts` spells it. */
  readonly key?: string;
  /** Gets the focus when the focused control of the same part is gone. */
  readonly heir?: boolean;
  readonly small?: boolean;
}

/** A button that sends the act's intent as it is. One that is not possible stays in reach and says why. */
export function actButton(act: Act, face: Face, look: Look = {}): TemplateResult {
  const label = face.speak(act.label);
  const reason = act.disabled && plain(face.speak(act.disabled));
  const name = iconsOfActs[act.intent.kind];
  const send = (): void => {
    if (reason === undefined) face.send(act.intent);
  };
  return html`${button(
    { ...look, label, ...(reason && { reason }), ...(name && { icon: name }), press: send },
    face,
  )}${copiedSign(act, face)}`;
}

/** Beside the button, so that its words and its width stay. The live region says it in full. */
function copiedSign({ intent }: Act, { copied, speak }: Face): TemplateResult | typeof nothing {
  if (intent.kind !== 'copy' || copied?.what !== intent.what) return nothing;
  return html`<span class="copied" aria-hidden="true">${icon('check')}${speak(say('Copied'))}</span>`;
}

interface Button extends Look {
  readonly label: string;
  readonly reason?: string;
  readonly icon?: IconName;
  readonly press: () => void;
}

/** A toolkit button. Its reason is part of its name, because ids do not reach into its shadow tree. */
export function button(look: Button, face: Face): TemplateResult {
  const appearance = look.primary ? 'primary' : 'secondary';
  const isOff = look.reason !== undefined;
  return html`<egress-button
    class="${look.small ? 'small' : ''} ${isOff ? 'off' : ''}"
    appearance=${appearance}
    .appearance=${appearance}
    .ariaDisabled=${isOff ? 'true' : null}
    .ariaKeyshortcuts=${look.key ?? null}
    title=${look.reason ?? nothing}
    ?data-heir=${look.heir}
    @click=${look.press}
    >${look.icon && icon(look.icon, 'start')}${look.label}${
      look.reason &&
      html`<span class="visually-hidden"
        >${face.speak(say(' (not possible: {reason})', { reason: look.reason }))}</span
      >`
    }</egress-button
  >`;
}

/** Buttons in a row; those with a meaning or a reason to tell stand beside their sentence. */
export function acts(list: readonly Act[], face: Face): TemplateResult | typeof nothing {
  if (list.length === 0) return nothing;
  const plainOnes = list.filter((act) => toldOf(act) === undefined);
  const toldOnes = list.filter((act) => toldOf(act) !== undefined);
  return html`<div class="acts">
    ${
      plainOnes.length === 0
        ? nothing
        : html`<div class="buttons">${plainOnes.map((act) => actButton(act, face))}</div>`
    }
    ${
      toldOnes.length === 0
        ? nothing
        : html`<ul class="ways">
            ${toldOnes.map((act) => way(act, face))}
          </ul>`
    }
  </div>`;
}

const toldOf = ({ disabled, meaning }: Act): Message | undefined => disabled ?? meaning;

function way(act: Act, face: Face): TemplateResult {
  const told = toldOf(act);
  return html`<li>
    ${actButton(act, face)}
    <p>${told && prose(face.speak(told))}</p>
  </li>`;
}
