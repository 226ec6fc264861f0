import { html, nothing, type TemplateResult } from 'lit';
import { say } from '../../src/core/message.js';
import type { TodaySection } from '../../src/wizard/state.js';
import type { Face } from '../face.js';
import { icon } from '../icons.js';
import { actButton } from '../parts/act.js';
import { markIcon } from '../parts/marked.js';
import { namedThing } from '../parts/named.js';
import { sectionFrame } from '../parts/section.js';
import { prose } from '../prose.js';

/** How traffic leaves now: the actual path of each pool, and the addresses that others see. */
export function todaySection(section: TodaySection, name: string, face: Face): TemplateResult {
  const body = html`${pools(section, face)} ${addresses(section, face)} ${services(section, face)}
  ${missing(section, face)}`;
  return sectionFrame({ id: 'today', name, head: section, body }, face);
}

function pools({ pools: list }: TodaySection, face: Face): TemplateResult | typeof nothing {
  if (list.length === 0) return nothing;
  const columns = {
    nodes: face.speak(say('Nodes')),
    subnet: face.speak(say('Subnet')),
    path: face.speak(say('Leaves through')),
  };
  return html`<div class="block">
    <h3>${face.speak(say('Actual path of each node pool'))}</h3>
    <table class="stack pools">
      <thead>
        <tr>
          <th scope="col">${face.speak(say('Pool'))}</th>
          <th scope="col">${columns.nodes}</th>
          <th scope="col">${columns.subnet}</th>
          <th scope="col">${columns.path}</th>
        </tr>
      </thead>
      <tbody>
        ${list.map((pool) => poolRows(pool, columns, face))}
      </tbody>
    </table>
  </div>`;
}

type Columns = Readonly<Record<'nodes' | 'subnet' | 'path', string>>;

function poolRows(pool: TodaySection['pools'][number], columns: Columns, face: Face): TemplateResult {
  const { note } = pool;
  return html`<tr class=${note ? 'has-note' : ''}>
      <th scope="row">${pool.name}</th>
      <td data-label=${columns.nodes}>${face.speak(pool.nodes)}</td>
      <td data-label=${columns.subnet}>${prose(face.speak(pool.subnet))}</td>
      <td data-label=${columns.path}>
        <div class="path">
          ${namedThing(pool.path, face)}
          ${
            pool.addresses.length === 0
              ? nothing
              : html`<span class="addresses"
                  >${icon('arrow')}${pool.addresses.map((address) => html`<code>${address}</code>`)}</span
                >`
          }
        </div>
      </td>
    </tr>
    ${
      note &&
      html`<tr class="note">
        <td colspan="4">
          <span class="with-icon">${icon(note.mark)}<span>${prose(face.speak(note.text))}</span></span>
        </td>
      </tr>`
    }`;
}

function addresses({ addresses: list, copy }: TodaySection, face: Face): TemplateResult | typeof nothing {
  if (list.length === 0 && copy === undefined) return nothing;
  const usedBy = face.speak(say('Used by'));
  const owner = face.speak(say('Belongs to'));
  return html`<div class="block">
    <div class="block-head">
      <h3>${face.speak(say('Addresses that others see'))}</h3>
      ${copy && actButton(copy, face, { small: true })}
    </div>
    <table class="stack">
      <thead>
        <tr>
          <th scope="col">${face.speak(say('Address'))}</th>
          <th scope="col">${usedBy}</th>
          <th scope="col">${owner}</th>
        </tr>
      </thead>
      <tbody>
        ${list.map(
          (row) =>
            html`<tr>
              <th scope="row"><code>${row.address}</code></th>
              <td data-label=${usedBy}>${face.speak(row.usedBy)}</td>
              <td data-label=${owner}>${face.speak(row.owner)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function services({ services: list }: TodaySection, face: Face): TemplateResult | typeof nothing {
  if (list.length === 0) return nothing;
  return html`<div class="block">
    <h3>${face.speak(say('Services that others reach'))}</h3>
    <ul class="pairs">
      ${list.map(({ name, address }) => html`<li><code>${address}</code> <span>${name}</span></li>`)}
    </ul>
    <p class="hint">${face.speak(say('A change of outbound type does not touch their addresses.'))}</p>
  </div>`;
}

function missing({ missing: list }: TodaySection, face: Face): TemplateResult | typeof nothing {
  if (list.length === 0) return nothing;
  return html`<div class="block">
    <h3>${face.speak(say('Not known'))}</h3>
    <ul class="lines">
      ${list.map(
        ({ what, because }) =>
          html`<li>
            ${markIcon('unknown', face)}
            <span><b>${prose(face.speak(what))}</b> ${prose(face.speak(because))}</span>
          </li>`,
      )}
    </ul>
  </div>`;
}
