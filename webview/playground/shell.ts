import { html, render } from 'lit';
import type { Intent } from '../../src/wizard/intent.js';
import { hashOf, themes, viewIn, type Theme, type View } from './address.js';
import type { Heard } from './frame.js';
import { firstState, states } from './states/states.js';

/** Widths of an editor column, in CSS pixels. */
const widths = ['full', '1000', '640', '400'] as const;
type Width = (typeof widths)[number];

const isTheme = (value: string): value is Theme => Object.hasOwn(themes, value);
const isWidth = (value: string): value is Width => (widths as readonly string[]).includes(value);
const isHeard = (value: unknown): value is Heard =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'intent';

/** The list of states, the theme and width switches, and the log of intents, around a frame with the planner. */
export function startShell(): void {
  document.documentElement.dataset.theme = 'light';
  document.body.className = 'shell';
  const log: Intent[] = [];
  const seen: { width: Width } = { width: 'full' };

  // From the address as it is now: the last change may not have been drawn yet.
  const show = (change: Partial<View>): void => {
    location.hash = hashOf({ ...viewIn(location.hash, firstState), ...change });
  };
  const draw = (): void => {
    const view = viewIn(location.hash, firstState);
    document.documentElement.dataset.theme = view.theme;
    render(
      html`<aside>
          <h1>Planner playground</h1>
          ${choice('Theme', Object.keys(themes), view.theme, (theme) => {
            if (isTheme(theme)) show({ theme });
          })}
          ${choice('Width', widths, seen.width, (width) => {
            if (isWidth(width)) seen.width = width;
            draw();
          })}
          <nav aria-label="States">${stateList(view)}</nav>
          <h2>Intents</h2>
          <ol class="log" aria-label="Intents">
            ${log.map((intent) => html`<li><code>${JSON.stringify(intent)}</code></li>`)}
          </ol>
        </aside>
        <div class="stage width-${seen.width}">
          <iframe title="Planner" src="playground.html?frame${hashOf(view)}"></iframe>
        </div>`,
      document.body,
    );
  };

  window.addEventListener('hashchange', draw);
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isHeard(data)) return;
    log.unshift(data.intent);
    draw();
  });
  draw();
}

function choice(
  label: string,
  options: readonly string[],
  chosen: string,
  choose: (option: string) => void,
): unknown {
  const pick = (event: Event): void => {
    if (event.currentTarget instanceof HTMLSelectElement) choose(event.currentTarget.value);
  };
  return html`<label>
    ${label}
    <select @change=${pick}>
      ${options.map((option) => html`<option value=${option} ?selected=${option === chosen}>${option}</option>`)}
    </select>
  </label>`;
}

function stateList(view: View): unknown {
  return html`<ul>
    ${Object.keys(states).map(
      (state) =>
        html`<li>
          <a href=${hashOf({ ...view, state })} aria-current=${state === view.state ? 'true' : 'false'}
            >${state}</a
          >
        </li>`,
    )}
  </ul>`;
}
