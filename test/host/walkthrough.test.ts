import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Emptiness } from '../../src/host/explorer/welcome.js';
import { walkthrough } from '../../src/host/walkthrough.js';
import type { WorldChoice } from '../../src/host/world.js';
import { desk, webviewTab } from '../fakes/vscode/desk.js';
import { EventEmitter } from '../fakes/vscode/values.js';

describe('the first step of the walkthrough', () => {
  let kind: WorldChoice;
  let emptiness: Emptiness;
  let ticks: number;
  let steps: ReturnType<typeof walkthrough>;
  const changed = new EventEmitter<WorldChoice>();
  const begin = (): void => {
    steps = walkthrough({
      world: {
        kind: () => kind,
        get: () => Promise.reject(new Error('not used')),
        onDidChange: changed.event,
      },
      emptiness: () => emptiness,
      tick: () => (ticks += 1),
    });
  };
  const opensPage = (): void => {
    desk.tabsInSight = [{ label: 'Welcome', input: undefined, isActive: true }];
    desk.tabsChanged.fire(undefined);
  };

  beforeEach(() => {
    desk.reset();
    [kind, emptiness, ticks] = ['sandbox', { kind: 'reading' }, 0];
  });
  afterEach(() => void steps.dispose());

  it('is ticked once when its page comes into sight and the sandbox is chosen already', () => {
    begin();
    desk.tabsInSight = [webviewTab('aksEgress.planner', 'Egress: shop')];
    desk.tabsChanged.fire(undefined);
    expect(ticks).toBe(0);
    opensPage();
    opensPage();
    expect(ticks).toBe(1);
  });

  it('is not ticked by an Azure that nobody has signed in to, and is once its clusters are listed', () => {
    kind = 'azure';
    emptiness = { kind: 'signedOut' };
    begin();
    opensPage();
    expect(ticks).toBe(0);
    emptiness = { kind: 'filled' };
    steps.sync();
    expect(ticks).toBe(1);
  });

  it('is ticked when the sandbox is chosen while its page is open', () => {
    kind = 'none';
    opensPage();
    begin();
    expect(ticks).toBe(0);
    kind = 'sandbox';
    changed.fire('sandbox');
    expect(ticks).toBe(1);
  });
});
