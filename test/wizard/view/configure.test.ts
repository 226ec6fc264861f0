import { describe, expect, it } from 'vitest';
import type { TargetKey } from '../../../src/core/outbound-type.js';
import type { ClusterSketch } from '../../fakes/cluster-sketch.js';
import { managedLoadBalancer, ownWithGateway } from '../../fakes/clusters.js';
import { readingOf, withFacts } from '../../fakes/readings.js';
import { converseAbout } from '../conversation.js';
import { kinds, words } from '../journal.js';

function chosen(sketch: ClusterSketch, target: TargetKey) {
  const talk = converseAbout(readingOf(sketch));
  talk.want({ kind: 'choose', target });
  return talk;
}

const valuesOf = (talk: ReturnType<typeof chosen>) =>
  Object.fromEntries((talk.picture().configure?.fields ?? []).map(({ option, value }) => [option, value]));

describe('Configure', () => {
  it('asks only for the options of the chosen type', () => {
    expect(Object.keys(valuesOf(chosen(managedLoadBalancer, 'managedNATGateway/Standard')))).toEqual([
      'managedOutboundIPCount',
      'idleTimeoutInMinutes',
    ]);
    expect(valuesOf(chosen(ownWithGateway, 'userAssignedNATGateway'))).toEqual({});
  });

  it("carries today's idle timeout over, so that quiet connections are not cut unasked", () => {
    const talk = chosen({ ...managedLoadBalancer, idleTimeoutInMinutes: 45 }, 'managedNATGateway/Standard');
    expect(valuesOf(talk)).toMatchObject({ idleTimeoutInMinutes: '45' });
    expect(talk.state().judgement?.target).toMatchObject({ idleTimeoutInMinutes: 45 });
  });

  it("carries the gateway's values over where AKS runs one, not those that are left of the load balancer", () => {
    const reading = readingOf({ ...managedLoadBalancer, outboundType: 'managedNATGateway' });
    const left = withFacts(reading, (facts) => ({
      ...facts,
      cluster: {
        ...facts.cluster,
        loadBalancerProfile: readingOf({ ...managedLoadBalancer, idleTimeoutInMinutes: 77 }).facts.cluster
          .loadBalancerProfile,
      },
    }));
    const talk = converseAbout(left);
    talk.want({ kind: 'choose', target: 'managedNATGateway/StandardV2' });
    expect(valuesOf(talk)['idleTimeoutInMinutes']).not.toBe('77');
  });

  it('does not carry over what the new type cannot have', () => {
    const addresses = Array.from({ length: 20 }, (_, index) => `203.0.113.${index + 1}`);
    expect(
      valuesOf(chosen({ ...managedLoadBalancer, addresses }, 'managedNATGateway/Standard')),
    ).toMatchObject({
      managedOutboundIPCount: '',
      idleTimeoutInMinutes: '30',
    });
  });

  it('leaves an emptied option to AKS', () => {
    const talk = chosen(managedLoadBalancer, 'managedNATGateway/Standard');
    talk.want({ kind: 'configure', option: 'idleTimeoutInMinutes', value: '  ' });
    expect(talk.state().judgement?.target).not.toHaveProperty('idleTimeoutInMinutes');
  });

  it('keeps what was typed visible with the reason when it is not possible, and has no plan then', () => {
    const talk = chosen(managedLoadBalancer, 'managedNATGateway/Standard');
    talk.want({ kind: 'configure', option: 'managedOutboundIPCount', value: '17' });
    const picture = talk.picture();
    expect(picture.configure?.fields[0]).toMatchObject({ value: '17' });
    expect(words(picture.configure?.fields[0]?.problem)).toBe('Azure takes 1 to 16 addresses here.');
    expect(picture.plan).toBeUndefined();
    expect(picture.footer.next).toMatchObject({ goTo: 'configure' });
    talk.want({ kind: 'configure', option: 'managedOutboundIPCount', value: '16' });
    expect(talk.picture().plan?.steps.length).toBeGreaterThan(0);
  });

  it('remembers the options of a type while another one is looked at', () => {
    const talk = chosen(managedLoadBalancer, 'managedNATGateway/Standard');
    talk.want({ kind: 'configure', option: 'managedOutboundIPCount', value: '3' });
    talk.want({ kind: 'choose', target: 'managedNATGateway/StandardV2' });
    talk.want({ kind: 'choose', target: 'managedNATGateway/Standard' });
    expect(valuesOf(talk)).toMatchObject({ managedOutboundIPCount: '3' });
  });

  it('never swaps own addresses at the load balancer for addresses that AKS draws', () => {
    const talk = chosen({ ...managedLoadBalancer, addressesAreOwn: true }, 'loadBalancer');
    expect(Object.keys(valuesOf(talk))).not.toContain('managedOutboundIPCount');
    expect(kinds(talk.want({ kind: 'configure', option: 'managedOutboundIPCount', value: '2' }))).toEqual([
      'log',
    ]);
    talk.want({ kind: 'configure', option: 'idleTimeoutInMinutes', value: '10' });
    expect(talk.state().judgement?.target).toMatchObject({
      outboundIPIds: [expect.any(String)],
      idleTimeoutInMinutes: 10,
    });
    expect(talk.state().judgement?.target).not.toHaveProperty('managedOutboundIPCount');
  });
});
