import { beforeEach, describe, expect, it } from 'vitest';
import { say } from '../../../src/core/message.js';
import { chooseScenario, resetSandbox, signIn } from '../../../src/host/commands/azure-choice.js';
import { desk } from '../../fakes/vscode/desk.js';
import { inventoryOf } from '../../fakes/world.js';
import { cluster } from '../wizard/planner-rig.js';
import { hostRig } from './host-rig.js';

let rig: ReturnType<typeof hostRig>;
beforeEach(() => {
  rig = hostRig();
});

describe('choosing a scenario of the sandbox', () => {
  it('marks the current one, asks, closes planners, starts over and reads anew', async () => {
    await rig.planners.open(cluster);
    await rig.host.explorer.getChildren();
    desk.picks.push('No rights');
    desk.presses.push('Start Over');
    await chooseScenario(rig.host);
    expect(desk.offered[0]!.map(({ description }) => description)).toEqual(['current', undefined]);
    expect(desk.said.map(({ kind }) => kind)).toEqual(['modal warning']);
    expect(rig.resets).toEqual(['denied at 2']);
    expect(rig.panel().isDisposed).toBe(true);
    await rig.host.explorer.getChildren();
    expect(rig.world.calls.filter((call) => call === 'inventory')).toHaveLength(2);
  });

  it('changes nothing without a choice or without a yes', async () => {
    await rig.planners.open(cluster);
    await chooseScenario(rig.host);
    desk.picks.push('A tour');
    await chooseScenario(rig.host);
    expect(rig.resets).toEqual([]);
    expect(rig.panel().isDisposed).toBe(false);
  });
});

describe('resetting the sandbox', () => {
  it('starts over with the same scenario, after a yes', async () => {
    await resetSandbox(rig.host);
    expect(rig.resets).toEqual([]);
    desk.presses.push('Start Over');
    await resetSandbox(rig.host);
    expect(rig.resets).toEqual(['tour at 2']);
  });
});

describe('signing in', () => {
  const problem = { kind: 'noConsent', message: say('No consent.') } as const;
  const two = (): void => {
    const [tenant] = inventoryOf([]).tenants;
    rig.world.listed = {
      tenants: [tenant!, { ...tenant!, id: 'tenant-2', name: 'Fabrikam', problem, subscriptions: [] }],
    };
  };

  it('asks nothing where no tenant is closed', async () => {
    await rig.host.explorer.getChildren();
    await signIn(rig.host, undefined);
    expect(desk.offered).toEqual([]);
    expect(rig.world.calls).toContain('signIn');
  });

  it('offers the tenants that it could open, and another account', async () => {
    two();
    await rig.host.explorer.getChildren();
    desk.picks.push('Fabrikam', 'Another account');
    await signIn(rig.host, undefined);
    expect(desk.offered[0]!.map(({ label }) => label)).toEqual(['Fabrikam', 'Another account']);
    expect(rig.world.calls).toContain('signIn tenant-2');
    await rig.host.explorer.getChildren();
    await signIn(rig.host, undefined);
    expect(rig.world.calls.filter((call) => call.startsWith('signIn'))).toEqual([
      'signIn tenant-2',
      'signIn',
    ]);
  });

  it('goes straight to the one tenant where nothing else is listed', async () => {
    const [tenant] = inventoryOf([]).tenants;
    const expired = { kind: 'expired', message: say('Expired.') } as const;
    rig.world.listed = { tenants: [{ ...tenant!, subscriptions: [], problem: expired }] };
    await rig.host.explorer.getChildren();
    await signIn(rig.host, undefined);
    expect(desk.offered).toEqual([]);
    expect(rig.world.calls).toContain('signIn tenant-1');
  });

  it('signs in to nothing when the question is closed', async () => {
    two();
    await rig.host.explorer.getChildren();
    await signIn(rig.host, undefined);
    expect(rig.world.calls.filter((call) => call.startsWith('signIn'))).toEqual([]);
  });
});
