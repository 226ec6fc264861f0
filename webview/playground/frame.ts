import type { Intent } from '../../src/wizard/intent.js';
import { themes, viewIn } from './address.js';
import { firstState, states } from './states/states.js';

/** What the frame tells its shell, or whoever listens. */
export interface Heard {
  readonly kind: 'intent';
  readonly intent: Intent;
}

/**
 * Stands where VS Code stands: gives the built page (page.js, page.css) its interface, its theme and its states.
 * The page inside cannot tell the difference.
 */
export function startFrame(): void {
  const post = (): void => {
    const { state: name, theme } = viewIn(location.hash, firstState);
    setTheme(theme);
    const state = states[name];
    if (state !== undefined) window.postMessage({ type: 'state', state, words: {} }, '*');
  };
  Object.assign(window, {
    acquireVsCodeApi: () => ({
      postMessage(intent: Intent) {
        const heard: Heard = { kind: 'intent', intent };
        window.parent.postMessage(heard, '*');
        if (intent.kind === 'ready') post();
      },
      // As in VS Code, what is kept outlives a reload.
      getState: (): unknown => history.state ?? undefined,
      setState: (value: unknown) => history.replaceState(value, ''),
    }),
  });
  setTheme(viewIn(location.hash, firstState).theme);
  window.addEventListener('hashchange', post);
  load();
}

function setTheme(theme: keyof typeof themes): void {
  document.documentElement.dataset.theme = theme;
  document.body.dataset.vscodeThemeKind = themes[theme];
  document.body.className = theme === 'hc-light' ? `${themes[theme]} vscode-high-contrast` : themes[theme];
}

function load(): void {
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = 'page.css';
  document.head.append(style);
  const script = document.createElement('script');
  script.src = 'page.js';
  const own = document.querySelector('script');
  if (own !== null) script.nonce = own.nonce;
  document.body.append(script);
}
