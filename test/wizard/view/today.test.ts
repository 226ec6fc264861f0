import { describe, expect, it } from 'vitest';
import { readingOf, withDeniedSubnet, withUnknownProperty } from '../../fakes/readings.js';
import {
  managedLoadBalancer,
  ownLoadBalancer,
  ownWithGateway,
  userDefinedRouting,
} from '../../fakes/clusters.js';
import type { ClusterReading } from '../../../src/core/reading.js';
import { converseAbout } from '../conversation.js';
import { words } from '../journal.js';

const todayOf = (reading: ClusterReading) => converseAbout(reading).picture().today!;

describe('Today', () => {
  it('answers first: how traffic leaves, as declared or not', () => {
    expect(words(todayOf(readingOf(managedLoadBalancer)).answer)).toBe(
      'Traffic leaves as declared: the load balancer',
    );
    expect(words(todayOf(readingOf(ownWithGateway)).answer)).toBe(
      'Declared is the load balancer, but traffic leaves through NAT gateway nat-one',
    );
    const half = readingOf({ ...ownWithGateway, subnets: { 'snet-apps': { gateway: 'nat-one' } } });
    expect(words(todayOf(half).answer)).toBe(
      'Declared is the load balancer, but apps leaves through NAT gateway nat-one',
    );
  });

  it('shows of each pool its nodes, its subnet, its way and the addresses at its end', () => {
    const [system, apps] = todayOf(readingOf(ownLoadBalancer)).pools;
    expect(system).toMatchObject({ name: 'system', addresses: ['203.0.113.17', '203.0.113.92'] });
    expect(words(apps?.nodes)).toBe('5, autoscaler 3 to 20');
    expect(words(apps?.subnet)).toBe('snet-apps');
    expect(apps?.path).toMatchObject({ icon: 'loadBalancer' });
  });

  it('says whose each address is and which pools use it', () => {
    const [address] = todayOf(readingOf(ownWithGateway)).addresses;
    expect(address?.address).toBe('198.51.100.40/30');
    expect([words(address?.owner), words(address?.usedBy)]).toEqual(['You', 'system, apps']);
  });

  it('says why a pool leaves another way than declared', () => {
    const note = todayOf(readingOf(ownWithGateway)).pools[0]?.note;
    expect(note?.mark).toBe('warning');
    expect(words(note?.text)).toContain('NAT gateway nat-one is attached to the subnet');
  });

  it('does not say that traffic leaves where nothing does, declared so or not', () => {
    const closed = todayOf(readingOf({ ...managedLoadBalancer, outboundType: 'none', addresses: [] }));
    expect(words(closed.answer)).toBe('Nothing leaves the cluster, as declared: no outbound path');
    const nowhere = todayOf(
      readingOf({
        ...ownWithGateway,
        subnets: { nodes: { routeTable: 'rt' } },
        pools: [{ name: 'system', subnet: 'nodes' }],
        routeTables: { rt: { nextHopType: 'None' } },
      }),
    );
    expect(words(nowhere.answer)).toBe('Declared is the load balancer, but nothing leaves the cluster');
  });

  it('says that the addresses behind a firewall are not known, without calling that a difference', () => {
    const today = todayOf(readingOf(userDefinedRouting));
    expect(today.pools[0]).toMatchObject({
      path: { icon: 'userDefinedRouting', code: '10.9.0.4' },
      note: { mark: 'note' },
    });
    expect(words(today.answer)).toBe('Traffic leaves as declared: your firewall or appliance');
    expect(today.copy).toBeUndefined();
  });

  it('shows a fact that could not be read as missing, with the reason, where it belongs', () => {
    const today = todayOf(withDeniedSubnet(readingOf(ownWithGateway), 'snet-apps'));
    expect(today.pools[1]?.note?.mark).toBe('unknown');
    expect(today.missing.map(({ what }) => words(what))).toEqual(['Subnet snet-apps']);
    expect(words(today.missing[0]?.because)).toContain('You have no Reader role');
    expect(words(today.answer)).toBe(
      'Declared is the load balancer, but system leaves through NAT gateway nat-one; not known for apps',
    );
  });

  it('knows no path where the declared type is not known, and does not guess one', () => {
    const today = todayOf(withUnknownProperty(readingOf(managedLoadBalancer), 'outboundType'));
    expect(words(today.answer)).toBe('How traffic leaves is not known');
    expect(today.pools[0]?.path.icon).toBe('unknown');
  });

  it('shows a type that only Azure knows by its own word', () => {
    const picture = converseAbout(
      readingOf({ ...managedLoadBalancer, outboundType: 'somethingNew' }),
    ).picture();
    expect(picture.change?.from).toMatchObject({ code: 'somethingNew', icon: 'unknown' });
    expect(picture.choose?.choices.every(({ reach }) => reach === 'unknown')).toBe(true);
  });

  it('keeps a denied subscription from burying the section', () => {
    const subnets = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`snet-${index}`, {}]));
    let reading = readingOf({ ...ownLoadBalancer, subnets });
    for (const name of Object.keys(subnets)) reading = withDeniedSubnet(reading, name);
    const { missing } = todayOf(reading);
    expect(missing).toHaveLength(21);
    expect(words(missing.at(-1)?.what)).toBe('40 more');
  });
});
