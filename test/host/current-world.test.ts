import { beforeEach, describe, expect, it } from 'vitest';
import type { CurrentSettings } from '../../src/host/current-settings.js';
import { watchWorld, type CurrentWorld } from '../../src/host/current-world.js';
import type { Rooms } from '../../src/host/rooms.js';
import { narrowSettings, type Settings } from '../../src/host/settings.js';
import { desk } from '../fakes/vscode/desk.js';
import { EventEmitter } from '../fakes/vscode/values.js';
import { fakeWorld } from '../fakes/world.js';

describe('the current world', () => {
  let now: Settings;
  let loads: string[];
  let failures: number;
  let world: CurrentWorld;
  let changes: string[];
  const changed = new EventEmitter<readonly [Settings, Settings]>();
  const becomes = (given: Partial<Settings>): void => {
    const before = now;
    now = { ...now, ...given };
    changed.fire([now, before]);
  };

  beforeEach(() => {
    changed.dispose();
    desk.reset();
    now = narrowSettings(() => undefined).settings;
    [loads, failures, changes] = [[], 0, []];
    const rooms = {
      world: (kind: 'azure' | 'sandbox') => {
        loads.push(kind);
        return (failures -= 1) >= 0 ? Promise.reject(new Error('offline')) : Promise.resolve(fakeWorld(kind));
      },
    } as unknown as Rooms;
    const settings: CurrentSettings = {
      now: () => now,
      rulesFor: () => ({}),
      tell: () => undefined,
      onDidChange: (listener) => changed.event(([after, before]) => listener(after, before)),
    };
    world = watchWorld(rooms, settings, []);
    world.onDidChange((kind) => void changes.push(kind));
  });

  it('is loaded on first use, once', async () => {
    expect(loads).toEqual([]);
    const [one, two] = await Promise.all([world.get(), world.get()]);
    expect(one).toBe(two);
    expect(loads).toEqual(['azure']);
  });

  it('is none, and nothing is loaded, where the setting names none', async () => {
    becomes({ azure: 'none' });
    expect(world.kind()).toBe('none');
    await expect(world.get()).rejects.toThrow('No Azure is chosen');
    expect(loads).toEqual([]);
    becomes({ azure: 'sandbox' });
    expect((await world.get()).kind).toBe('sandbox');
    expect(changes).toEqual(['none', 'sandbox']);
  });

  it('is another one when another Azure or another sign-in is chosen, and not for other settings', async () => {
    await world.get();
    becomes({ allowChanges: false });
    expect(changes).toEqual([]);
    becomes({ azure: 'sandbox' });
    expect(world.kind()).toBe('sandbox');
    expect((await world.get()).kind).toBe('sandbox');
    becomes({ azure: 'azure' });
    await world.get();
    becomes({ signIn: 'azureCli' });
    await world.get();
    expect(changes).toEqual(['sandbox', 'azure', 'azure']);
    expect(loads).toEqual(['azure', 'sandbox', 'azure', 'azure']);
  });

  it('is another one when another cloud is chosen in VS Code, or the workspace is trusted to choose', async () => {
    await world.get();
    desk.set('editor.fontSize', 12);
    expect(changes).toEqual([]);
    desk.set('microsoft-sovereign-cloud.environment', 'ChinaCloud');
    await world.get();
    desk.trustGranted.fire(undefined);
    await world.get();
    expect(changes).toEqual(['azure', 'azure']);
    expect(loads).toEqual(['azure', 'azure', 'azure']);
    becomes({ azure: 'sandbox' });
    desk.set('microsoft-sovereign-cloud.environment', 'USGovernment');
    desk.trustGranted.fire(undefined);
    expect(changes, 'the sandbox stands in no cloud').toEqual(['azure', 'azure', 'sandbox']);
  });

  it('is loaded again at the next use when loading failed', async () => {
    failures = 1;
    await expect(world.get()).rejects.toThrow('offline');
    expect((await world.get()).kind).toBe('azure');
  });
});
