import { html, nothing, type TemplateResult } from 'lit';
import { say } from '../../src/core/message.js';
import type { FindingView } from '../../src/wizard/state.js';
import type { Face } from '../face.js';
import { icon } from '../icons.js';
import { prose } from '../prose.js';
import { markWords } from './marked.js';

/** A consequence, not a rule: the rule's id is a small link to its page. */
export function finding(
  { ruleId, mark, title, message, remedy, solvedBy }: FindingView,
  face: Face,
): TemplateResult {
  return html`<li class="finding">
    ${icon(solvedBy === undefined ? mark : 'planned')}
    <div>
      <h4>
        <span class="visually-hidden">${face.speak(markWords[mark])}: </span>${prose(face.speak(title))}
        <button
          class="link-button rule"
          type="button"
          title=${face.speak(say('Explain this rule'))}
          @click=${() => face.send({ kind: 'openRule', ruleId })}
        >
          ${ruleId}
        </button>
      </h4>
      <p>${prose(face.speak(message))}</p>
      ${remedy && html`<p class="remedy"><b>${face.speak(say('Remedy'))}</b> ${prose(face.speak(remedy))}</p>`}
    </div>
    ${solvedBy ? html`<p class="solved">${icon('check')}<span>${face.speak(solvedBy)}</span></p>` : nothing}
  </li>`;
}
