import { html, nothing, type TemplateResult } from 'lit';
import type { Message } from '../../src/core/message.js';
import { say } from '../../src/core/message.js';
import type { Mark, ResultSection } from '../../src/wizard/state.js';
import type { Face } from '../face.js';
import { icon } from '../icons.js';
import { acts } from '../parts/act.js';
import { azureWords } from '../parts/azure-words.js';
import { differenceList } from '../parts/diff.js';
import { callout, markedLines } from '../parts/marked.js';
import { sectionFrame } from '../parts/section.js';
import { prose } from '../prose.js';

/** What is true now, what to tell others, what is left, and the way back. */
export function resultSection(section: ResultSection, name: string, face: Face): TemplateResult {
  const { verified, left = [], differences = [], wayBack } = section;
  const body = html`${refusal(section, face)} ${addresses(section, face)}
  ${block(say('Verified'), 'passed', verified, face)} ${letter(section, face)}
  ${block(say('Left for you'), 'todo', left, face)}
  ${
    differences.length === 0
      ? nothing
      : html`<div class="block">
          <h3>${face.speak(say('Changed beside the plan'))}</h3>
          ${differenceList(differences, face.speak(say('Azure changed these by itself, or somebody else did.')))}
        </div>`
  }
  ${
    section.acts.length === 0 && wayBack === undefined
      ? nothing
      : html`<div class="block">
          <h3>${face.speak(wayBack ? say('Way back') : say('Ways on'))}</h3>
          ${wayBack && html`<p class="way-back">${prose(face.speak(wayBack))}</p>`}
          ${acts(section.acts, face)}
        </div>`
  }`;
  return sectionFrame({ id: 'result', name, head: section, body }, face);
}

function refusal({ mark, azure }: ResultSection, face: Face): TemplateResult | typeof nothing {
  if (azure === undefined) return nothing;
  return callout({ mark, body: azureWords(azure, face) }, face);
}

function block(title: Message, mark: Mark, lines: readonly Message[], face: Face): unknown {
  if (lines.length === 0) return nothing;
  return html`<div class="block">
    <h3>${face.speak(title)}</h3>
    ${markedLines(mark, lines, face)}
  </div>`;
}

function addresses({ before, after }: ResultSection, face: Face): TemplateResult | typeof nothing {
  if (after === undefined) return before.length === 0 ? nothing : unknownNow(before, face);
  if (before.length === 0 && after.length === 0) return nothing;
  const isSame = before.length === after.length && before.every((address) => after.includes(address));
  if (isSame)
    return html`<dl class="before-after">${side(say('Addresses, as before'), before, stays, face)}</dl>`;
  return html`<dl class="before-after">
    ${side(say('Before'), before, (address) => (after.includes(address) ? stays(address) : gone(address, face)), face)}
    <div class="turn">${icon('arrow')}</div>
    ${side(say('Now'), after, (address) => (before.includes(address) ? stays(address) : fresh(address, face)), face)}
  </dl>`;
}

const unknownNow = (before: readonly string[], face: Face): TemplateResult =>
  html`<dl class="before-after">
    ${side(say('Before'), before, stays, face)}
    <div class="turn">${icon('arrow')}</div>
    <div>
      <dt>${face.speak(say('Now'))}</dt>
      <dd>${face.speak(say('Not known here: its own network decides'))}</dd>
    </div>
  </dl>`;

function side(
  title: Message,
  list: readonly string[],
  entry: (address: string) => TemplateResult,
  face: Face,
): TemplateResult {
  const none = html`<dd>${face.speak(say('No public address'))}</dd>`;
  return html`<div>
    <dt>${face.speak(title)}</dt>
    ${list.length === 0 ? none : list.map(entry)}
  </div>`;
}

const stays = (address: string): TemplateResult => html`<dd><code>${address}</code></dd>`;

const gone = (address: string, face: Face): TemplateResult =>
  html`<dd class="goes"><code>${address}</code><span>− ${face.speak(say('no longer used'))}</span></dd>`;

const fresh = (address: string, face: Face): TemplateResult =>
  html`<dd class="comes"><code>${address}</code><span>+ ${face.speak(say('new'))}</span></dd>`;

function letter({ tell }: ResultSection, face: Face): TemplateResult | typeof nothing {
  if (tell.length === 0) return nothing;
  return html`<div class="block">
    <h3>${face.speak(say('Message for those who keep firewalls'))}</h3>
    <div class="letter">${tell.map((line) => html`<p>${face.speak(line)}</p>`)}</div>
  </div>`;
}
