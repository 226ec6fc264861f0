import { describe, expect, it } from 'vitest';
import type { ClusterSketch } from '../../fakes/cluster-sketch.js';
import {
  managedLoadBalancer,
  managedNatGateway,
  nodeAutoProvisioning,
  ownLoadBalancer,
  ownWithGateway,
  ownWithRouteTable,
  standardV2,
} from '../../fakes/clusters.js';
import { readingOf, withDeniedSubnet } from '../../fakes/readings.js';
import type { ClusterReading } from '../../../src/core/reading.js';
import { converseAbout } from '../conversation.js';
import { words } from '../journal.js';

const chooseOf = (reading: ClusterReading) => converseAbout(reading).picture().choose!;
const reachesOf = (sketch: ClusterSketch) =>
  Object.fromEntries(chooseOf(readingOf(sketch)).choices.map(({ key, reach }) => [key, reach]));
const recommendedOf = (sketch: ClusterSketch) =>
  chooseOf(readingOf(sketch)).choices.find(({ recommended }) => recommended !== undefined)?.key;

describe('Choose', () => {
  it('tells for all seven what can be reached from a network made by AKS', () => {
    expect(reachesOf(managedLoadBalancer)).toEqual({
      loadBalancer: 'today',
      'managedNATGateway/Standard': 'warned',
      'managedNATGateway/StandardV2': 'warned',
      userAssignedNATGateway: 'unreachable',
      userDefinedRouting: 'unreachable',
      none: 'conditions',
      block: 'conditions',
    });
  });

  it('tells the same of an own network, by what is attached to its subnets', () => {
    expect(reachesOf(ownWithGateway)).toMatchObject({
      userAssignedNATGateway: 'reachable',
      userDefinedRouting: 'conditions',
      'managedNATGateway/Standard': 'unreachable',
      block: 'unreachable',
    });
    // A plan can create the gateway that is missing; the address of a firewall only a person knows.
    expect(reachesOf(ownWithRouteTable)).toMatchObject({
      userAssignedNATGateway: 'reachable',
      userDefinedRouting: 'reachable',
    });
    expect(reachesOf(ownLoadBalancer)).toMatchObject({
      userAssignedNATGateway: 'reachable',
      userDefinedRouting: 'conditions',
    });
  });

  it('warns of a pair about which Microsoft contradicts itself, and shows the source with its date', () => {
    const choice = chooseOf(readingOf(managedNatGateway)).choices.find(({ key }) => key === 'loadBalancer');
    expect(choice?.reach).toBe('warned');
    expect(words(choice?.reason)).toContain('contradicts itself');
    expect(choice?.source?.url).toMatch(/^https:\/\/learn\.microsoft\.com\//);
    expect(words(choice?.source?.text)).toContain('2026-11-23');
  });

  it('warns of a type that can be had but perhaps not left again', () => {
    const { choices } = chooseOf(readingOf(managedLoadBalancer));
    const gateway = choices.find(({ key }) => key === 'managedNATGateway/Standard');
    expect(gateway?.reach).toBe('warned');
    expect(words(gateway?.reason)).toMatch(/^There may be no way back\./);
  });

  it('says of every choice that cannot be had why not', () => {
    for (const sketch of [standardV2, nodeAutoProvisioning, ownLoadBalancer])
      for (const { reach, reason } of chooseOf(readingOf(sketch)).choices)
        if (reach !== 'reachable' && reach !== 'today') expect(words(reason)).not.toBe('');
    expect(reachesOf(standardV2)['managedNATGateway/Standard']).toBe('unreachable');
    expect(reachesOf(nodeAutoProvisioning)['managedNATGateway/Standard']).toBe('conditions');
  });

  it('does not know what it could not read, instead of promising it', () => {
    const choices = chooseOf(withDeniedSubnet(readingOf(ownWithGateway), 'snet-apps')).choices;
    const own = choices.find(({ key }) => key === 'userAssignedNATGateway');
    expect(own?.reach).toBe('unknown');
    expect(words(own?.reason)).toContain('You have no Reader role');
  });

  it('recommends one that can be had, by what is there already', () => {
    expect(recommendedOf(ownWithGateway)).toBe('userAssignedNATGateway');
    expect(recommendedOf(ownWithRouteTable)).toBe('userDefinedRouting');
    expect(recommendedOf(managedLoadBalancer)).toBe('managedNATGateway/Standard');
    expect(recommendedOf(ownLoadBalancer)).toBeUndefined();
    expect(recommendedOf(standardV2)).toBeUndefined();
  });

  it('carries the date of the tables', () => {
    expect(words(chooseOf(readingOf(ownWithGateway)).dated)).toContain('as of 2026-08-05, read 2026-11-23');
  });
});
