import { beforeEach, describe, expect, it } from 'vitest';
import { changeOutboundType, copyAzCommands } from '../../../src/host/commands/egress.js';
import { desk } from '../../fakes/vscode/desk.js';
import { cluster } from '../wizard/planner-rig.js';
import { hostRig } from './host-rig.js';

let rig: ReturnType<typeof hostRig>;
const argument = { clusterId: cluster.id };
beforeEach(() => {
  rig = hostRig();
});

describe('Copy az Commands', () => {
  it('asks for the type, copies the commands, opens no page and leaves no session', async () => {
    desk.picks.push('NAT gateway run by AKS');
    await copyAzCommands(rig.host, argument);
    expect(desk.clipboard).toContain('az aks update');
    expect(desk.clipboard).toContain('managedNATGateway');
    expect(desk.panels).toEqual([]);
    expect(rig.planners.isOpen(cluster.id)).toBe(false);
    expect(rig.world.calls.filter((call) => !/^(read|around) /.test(call))).toEqual(['inventory']);
  });

  it('takes the plan of an open planner without asking, and leaves it open', async () => {
    const session = await rig.planners.open(cluster, { outboundType: 'managedNATGateway', sku: 'Standard' });
    await session.whenIdle();
    await copyAzCommands(rig.host, argument);
    expect(desk.offered).toEqual([]);
    expect(desk.clipboard).toContain('az aks update');
    expect(rig.planners.isOpen(cluster.id)).toBe(true);
  });

  it('copies nothing when the question is closed', async () => {
    await copyAzCommands(rig.host, argument);
    expect(desk.clipboard).toBe('');
    expect(rig.planners.isOpen(cluster.id)).toBe(false);
  });

  it('opens the planner, which tells why, where there is no plan', async () => {
    desk.picks.push('Load balancer');
    await expect(copyAzCommands(rig.host, argument)).rejects.toMatchObject({ name: 'HumanError' });
    expect(desk.panels).toHaveLength(1);
    expect(desk.clipboard).toBe('');
  });
});

describe('Change Outbound Type', () => {
  it('opens the planner with the type that the call names', async () => {
    await changeOutboundType(rig.host, { ...argument, target: 'userDefinedRouting' });
    const state = await rig.settled();
    expect(state.choose?.choices.find(({ chosen }) => chosen)?.key).toBe('userDefinedRouting');
  });

  it('asks for the cluster where the call names none', async () => {
    desk.picks.push(cluster.name);
    await changeOutboundType(rig.host, undefined);
    expect(rig.planners.isOpen(cluster.id)).toBe(true);
  });
});
