import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { say } from '../../src/core/message.js';
import type { Mark, RunSection } from '../../src/wizard/state.js';
import type { Face } from '../face.js';
import { acts } from '../parts/act.js';
import { azureWords } from '../parts/azure-words.js';
import { differenceList } from '../parts/diff.js';
import { callout, markIcon } from '../parts/marked.js';
import { sectionFrame } from '../parts/section.js';
import { prose } from '../prose.js';

type Stage = RunSection['stages'][number];

/** Marks of a stage that is under way or needs somebody. */
const underWay: readonly Mark[] = ['running', 'warning', 'unknown', 'blocked', 'note'];

interface Place {
  readonly name: string;
  /** Below it stands what came of the run. */
  readonly hasResult: boolean;
}

/** The result shows Azure's last words: once is enough. */
const withoutRefusal = (stage: Stage): Stage => {
  const { azure, ...rest } = stage;
  return azure === undefined ? stage : rest;
};

/** The card says all of a run's only step; a list of one would say it again. */
const isOneUnderWay = (stages: readonly Stage[]): boolean =>
  stages.length === 1 && stages.every(({ mark }) => underWay.includes(mark));

/** The run, stage by stage, with Azure's own words; what needs an answer stands above it. */
export function runSection(section: RunSection, place: Place, face: Face): TemplateResult {
  const { question } = section;
  const { name, hasResult } = place;
  const stages = hasResult ? section.stages.map(withoutRefusal) : section.stages;
  const body = html`${question && asked(question, face)} ${hasResult ? nothing : now(stages, face)}
  ${!hasResult && isOneUnderWay(stages) ? nothing : timeline(stages, face)}
  ${
    section.acts.length === 0
      ? nothing
      : html`<div class="block">
          <h3>${face.speak(say('If you want to leave or stop'))}</h3>
          ${acts(section.acts, face)}
        </div>`
  }`;
  return sectionFrame({ id: 'run', name, head: section, body }, face);
}

const timeline = (stages: readonly Stage[], face: Face): TemplateResult =>
  html`<ol class="timeline">
    ${repeat(
      stages,
      ({ stepId }) => stepId,
      (entry, index) => stage(entry, index + 1, face),
    )}
  </ol>`;

function asked({ text, acts: ways }: NonNullable<RunSection['question']>, face: Face): TemplateResult {
  const body = html`<p>${prose(face.speak(text))}</p>
    ${acts(ways, face)}`;
  return callout({ mark: 'unknown', body }, face);
}

/** The stage that moves, large: its bar has a piece for each step, because Azure gives no percentage. */
function now(stages: readonly Stage[], face: Face): TemplateResult | typeof nothing {
  const at = stages.findIndex(({ mark }) => underWay.includes(mark));
  const current = stages[at];
  if (current === undefined) return nothing;
  const { title, mark, time, note, azureStatus, azure, differences } = current;
  const isOnly = isOneUnderWay(stages);
  return html`<div class="now">
    <div class="now-head">
      ${markIcon(mark, face)}
      <h3>${prose(face.speak(title))}</h3>
      ${time && html`<p>${face.speak(time)}</p>`}
    </div>
    <div class="bar" aria-hidden="true">${stages.map((stage) => html`<i class="is-${stage.mark}"></i>`)}</div>
    ${
      isOnly
        ? nothing
        : html`<p class="small">
            ${face.speak(say('Step {number} of {count}', { number: at + 1, count: stages.length }))}
          </p>`
    }
    ${note && html`<p>${prose(face.speak(note))}</p>`}
    ${
      azureStatus.length === 0
        ? nothing
        : html`<figure class="azure">
            <figcaption>${face.speak(say("Azure's own words"))}</figcaption>
            <ol>
              ${azureStatus.map((word) => html`<li>${word}</li>`)}
            </ol>
          </figure>`
    }
    ${isOnly && azure ? azureWords(azure, face) : nothing}
    ${isOnly ? differenceList(differences, face.speak(say('Changed beside the plan'))) : nothing}
  </div>`;
}

function stage(entry: Stage, number: number, face: Face): TemplateResult {
  const { title, mark, time, azure, differences } = entry;
  const isNow = underWay.includes(mark);
  return html`<li class=${isNow ? 'is-now' : ''}>
    ${markIcon(mark, face)}
    <div>
      <p>${number}. ${prose(face.speak(title))}</p>
      ${entry.note && !isNow ? html`<p class="small">${prose(face.speak(entry.note))}</p>` : nothing}
      ${azure && azureWords(azure, face)}
      ${differenceList(differences, face.speak(say('Changed beside the plan')))}
    </div>
    <span class="time">${time && face.speak(time)}</span>
  </li>`;
}
