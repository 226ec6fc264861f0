import { html, nothing, type TemplateResult } from 'lit';
import { say } from '../../src/core/message.js';
import type { PlannerState } from '../../src/wizard/state.js';
import type { Face } from '../face.js';
import { icon } from '../icons.js';
import { prose } from '../prose.js';
import { actButton } from './act.js';
import { callout } from './marked.js';
import { worldChip } from './world-chip.js';

/** The cluster, the change, and its three consequences. */
export function head(state: PlannerState, face: Face): TemplateResult {
  const { cluster, reading, notice } = state;
  return html`<header class="head" data-part="head">
    <div class="head-line">
      <h1 tabindex="-1" data-heir>${cluster.name}</h1>
      ${worldChip(state, face)}
      ${
        reading.kind === 'read'
          ? html`<span class="read-at"
              ><small>${face.speak(reading.at)}</small
              >${actButton(reading.again, face, { small: true })}</span
            >`
          : nothing
      }
    </div>
    <p class="where">${face.speak(cluster.where)}</p>
    ${change(state, face)}
    ${notice && callout({ mark: notice.mark, body: html`<p>${prose(face.speak(notice.text))}</p>` }, face)}
    ${glance(state, face)}
  </header>`;
}

function change({ change: moves }: PlannerState, face: Face): TemplateResult | typeof nothing {
  if (moves === undefined) return nothing;
  const { from, to } = moves;
  const place = (named: typeof from) => html`<span>${icon(named.icon)}${face.speak(named.name)}</span>`;
  return html`<p class="change">
    ${place(from)}
    ${to && html`${icon('arrow')}<span class="visually-hidden">${face.speak(say('to'))}</span>${place(to)}`}
  </p>`;
}

function glance({ glance: terms }: PlannerState, face: Face): TemplateResult | typeof nothing {
  if (terms.length === 0) return nothing;
  return html`<dl class="glance">
    ${terms.map(
      ({ term, value, detail }) =>
        html`<div>
          <dt>${face.speak(term)}</dt>
          <dd>${prose(face.speak(value))}${detail && html`<small>${prose(face.speak(detail))}</small>`}</dd>
        </div>`,
    )}
  </dl>`;
}
