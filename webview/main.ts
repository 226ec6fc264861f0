import { registerElements } from './elements.js';
import type { Intent } from '../src/wizard/intent.js';
import { createPlanner, type Picture } from './planner.js';
import type { Layout } from './face.js';

/** What VS Code gives a webview, as far as the page uses it. */
declare function acquireVsCodeApi(): {
  postMessage(message: Intent): void;
  /** What `setState` kept: also through a reload, and what a serializer gets. Another version may have written it. */
  getState(): unknown;
  setState(kept: Kept): void;
};

/** `message` is the host's last message, whole, so that its serializer finds in it what it put there. */
interface Kept {
  readonly message: StateMessage;
  readonly layout: Layout;
}

type StateMessage = Picture & { readonly type: 'state' };

const isStateMessage = (value: unknown): value is StateMessage =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  value.type === 'state' &&
  'state' in value &&
  typeof value.state === 'object' &&
  value.state !== null &&
  'version' in value.state &&
  value.state.version === 1;

const keptMessage = (kept: unknown): StateMessage | undefined =>
  typeof kept === 'object' && kept !== null && 'message' in kept && isStateMessage(kept.message)
    ? kept.message
    : undefined;

const keptLayout = (kept: unknown): Layout =>
  typeof kept === 'object' && kept !== null && 'layout' in kept && kept.layout === 'table'
    ? 'table'
    : 'cards';

function start(): void {
  registerElements();
  const api = acquireVsCodeApi();
  const kept = api.getState();
  let last = keptMessage(kept);
  const keep = (): void => {
    if (last !== undefined) api.setState({ message: last, layout: planner.layout() });
  };
  const planner = createPlanner({
    root: newRoot(),
    send: (intent) => api.postMessage(intent),
    layout: keptLayout(kept),
    viewChanged: keep,
  });

  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isStateMessage(data)) return;
    last = data;
    keep();
    planner.show(data);
  });
  if (last !== undefined) showOld(planner, last);
  api.postMessage({ kind: 'ready' });
}

function newRoot(): HTMLElement {
  const root = document.createElement('div');
  document.body.append(root);
  return root;
}

/** The last picture at once after a reload. One that this version cannot draw is left out: the host's is on its way. */
function showOld(planner: ReturnType<typeof createPlanner>, message: StateMessage): void {
  try {
    planner.show(message);
  } catch {
    return;
  }
}

start();
