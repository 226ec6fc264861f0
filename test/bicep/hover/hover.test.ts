import { describe, expect, it } from 'vitest';
import { format } from '../../../src/core/message.js';
import { hoverAt } from '../../../src/bicep/entry.js';
import { cluster, mainUri, managedPool } from '../judged.js';

const hovered = (text: string, at: string): { under: string; says: string } | undefined => {
  const hover = hoverAt({ [mainUri]: text }, mainUri, text.indexOf(at) + 1);
  if (hover === undefined) return undefined;
  return {
    under: text.slice(hover.span.start, hover.span.end),
    says: hover.paragraphs.map((paragraph) => format(paragraph)).join('\n'),
  };
};

describe('hover', () => {
  const routed = cluster("outboundType: 'userDefinedRouting'");

  it('on the key and the value of outboundType tells what it means and where it can go, dated', () => {
    const onKey = hovered(routed, 'outboundType');
    expect(onKey?.under).toBe('outboundType');
    expect(onKey?.says).toContain('Your firewall or appliance');
    expect(onKey?.says).toContain(
      'On your own network it can be changed to `loadBalancer`, `userAssignedNATGateway`, `none`.',
    );
    expect(onKey?.says).toContain('2026-08-05');
    expect(onKey?.says).toContain('That is out of date');
    expect(hovered(routed, "'userDefinedRouting'")).toEqual({ ...onKey, under: "'userDefinedRouting'" });
  });

  it('speaks of what is declared, not of a change that nobody makes', () => {
    const balanced = cluster("outboundType: 'loadBalancer'");
    expect(hovered(balanced, 'outboundType')?.says).toContain('Chosen by AKS, unless you bring your own.');
    for (const type of [
      'loadBalancer',
      'managedNATGateway',
      'userAssignedNATGateway',
      'userDefinedRouting',
      'none',
    ])
      expect(hovered(cluster(`outboundType: '${type}'`), 'outboundType')?.says).not.toContain('the change');
  });

  it('tells both sides where the page contradicts itself', () => {
    const text = cluster("outboundType: 'managedNATGateway'", managedPool);
    expect(hovered(text, 'outboundType')?.says).toContain(
      'the AKS page contradicts itself about a change to `loadBalancer`',
    );
  });

  it('a one-way door has no way out', () => {
    const text = cluster(
      "outboundType: 'managedNATGateway'\nnatGatewayProfile: { sku: 'StandardV2' }",
      managedPool,
    );
    expect(hovered(text.replace('2026-05-01', '2026-06-01'), 'outboundType')?.says).toContain(
      'it cannot be changed to another type',
    );
  });

  it('a computed value is followed; one that nobody knows is said to be unknown', () => {
    const text = `var kind = 'none'\n${cluster('outboundType: kind')}`;
    expect(hovered(text, 'kind\n')?.says).toContain('No outbound path');
    const open = `param kind string\n${cluster('outboundType: kind')}`;
    expect(hovered(open, 'outboundType')?.says).toContain('The value shows at deployment.');
  });

  it('speaks of profiles on their keys, and of the subnet of a pool', () => {
    const text = cluster(
      "outboundType: 'userAssignedNATGateway'\nloadBalancerProfile: {\n  idleTimeoutInMinutes: 5\n}\nnatGatewayProfile: {\n  idleTimeoutInMinutes: 5\n}",
    );
    expect(hovered(text, 'loadBalancerProfile')?.says).toContain(
      'This cluster has `userAssignedNATGateway`.',
    );
    expect(hovered(text, 'natGatewayProfile')?.says).toContain('1 to 16');
    expect(hovered(text, 'vnetSubnetID')?.says).toContain('needs a NAT gateway');
    expect(hovered(text, 'idleTimeoutInMinutes')).toBeUndefined();
  });

  it('is silent about the same key of another service, and elsewhere', () => {
    expect(
      hovered(routed.replace('ContainerService/managedClusters', 'AppPlatform/Spring'), 'outboundType'),
    ).toBeUndefined();
    expect(hovered(routed, 'name')).toBeUndefined();
    expect(hoverAt({}, mainUri, 3)).toBeUndefined();
    expect(hoverAt({ [mainUri]: routed }, mainUri, 1e9)).toBeUndefined();
  });
});
