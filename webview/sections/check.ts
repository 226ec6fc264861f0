import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { say } from '../../src/core/message.js';
import type { CheckSection } from '../../src/wizard/state.js';
import type { Face } from '../face.js';
import { icon } from '../icons.js';
import { finding } from '../parts/finding.js';
import { markedLines } from '../parts/marked.js';
import { sectionFrame } from '../parts/section.js';

type Group = CheckSection['groups'][number];

/** Findings, the worst first. What could not be known is never counted as passed. */
export function checkSection(section: CheckSection, name: string, face: Face): TemplateResult {
  const shown = section.groups.filter(({ findings }) => findings.length > 0);
  const body = html`${repeat(
    shown,
    (group) => `${group.mark} ${group.name.template}`,
    (entry) => group(entry, face),
  )}
  ${
    section.stays.length === 0
      ? nothing
      : html`<div class="block">
          <h3>${face.speak(say('What stays as it is'))}</h3>
          ${markedLines('passed', section.stays, face)}
        </div>`
  }`;
  return sectionFrame({ id: 'check', name, head: section, body }, face);
}

function group({ name, folded, findings }: Group, face: Face): TemplateResult {
  const title = html`${face.speak(name)}<span class="count">${findings.length}</span>`;
  const list = html`<ul>
    ${findings.map((view) => finding(view, face))}
  </ul>`;
  if (!folded)
    return html`<div class="group">
      <h3>${title}</h3>
      ${list}
    </div>`;
  return html`<details class="group">
    <summary>
      ${icon('chevron')}
      <h3>${title}</h3>
    </summary>
    ${list}
  </details>`;
}
