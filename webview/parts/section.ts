import { html, type TemplateResult } from 'lit';
import type { PlannerState, SectionHead, SectionId } from '../../src/wizard/state.js';
import type { Face } from '../face.js';
import { icon } from '../icons.js';
import { prose } from '../prose.js';

type RailEntry = PlannerState['rail'][number];

interface Frame {
  readonly id: SectionId;
  readonly name: string;
  readonly head: SectionHead;
  /** Beside the answer. */
  readonly tools?: unknown;
  readonly body: unknown;
}

/** A section opens with its answer; its name is the small line above. */
export function sectionFrame({ id, name, head, tools, body }: Frame, face: Face): TemplateResult {
  return html`<section id=${id} data-part=${id} aria-labelledby="${id}-answer">
    <div class="section-head">
      <div>
        <p class="name">${name}</p>
        <h2 id="${id}-answer" tabindex="-1" data-heir>${prose(face.speak(head.answer))}</h2>
        ${head.more && html`<p class="more">${prose(face.speak(head.more))}</p>`}
      </div>
      ${tools}
    </div>
    ${body}
  </section>`;
}

/** A section that has nothing to show yet: one line, so that the whole way is in sight from the start. */
export function laterSection({ id, name, fact, mark }: RailEntry, face: Face): TemplateResult {
  return html`<section id=${id} data-part=${id} class="later" aria-labelledby="${id}-answer">
    ${icon(mark)}
    <h2 id="${id}-answer" tabindex="-1" data-heir>${face.speak(name)}</h2>
    <p>${face.speak(fact)}</p>
  </section>`;
}
