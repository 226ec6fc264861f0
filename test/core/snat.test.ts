import { describe, expect, it } from 'vitest';
import {
  addressesNeeded,
  automaticPorts,
  mostPortsPerNode,
  natPortsPerNode,
  nodesThatFit,
  portsPerLoadBalancerAddress,
  surgeOf,
} from '../../src/core/snat.js';

describe('ports for outbound connections', () => {
  it('are enough in the worked example of the AKS page: 100 nodes, 4,000 ports, 7 addresses, surge 2', () => {
    expect(portsPerLoadBalancerAddress * 7).toBe(448_000);
    expect(nodesThatFit(4_000, 7)).toBe(112);
    expect(addressesNeeded(4_000, 102)).toBe(7);
  });

  it.each([
    [1, 1, 1024],
    [50, 1, 1024],
    [51, 1, 512],
    [100, 1, 512],
    [101, 1, 256],
    [201, 1, 128],
    [401, 1, 64],
    [801, 1, 32],
    [1000, 1, 32],
    [51, 2, 1024],
    [51, 16, 1024],
    [1001, 1, undefined],
  ])('by automatic allocation for %i nodes and %i addresses are %s', (nodes, addresses, ports) => {
    expect(automaticPorts(nodes, addresses)).toBe(ports);
  });

  it('come in eights when they are divided by hand', () => {
    expect(mostPortsPerNode(64, 2)).toBe(2000);
    expect(mostPortsPerNode(63, 1)).toBe(1008);
    expect(mostPortsPerNode(1, 5)).toBe(64_000);
    expect(mostPortsPerNode(0, 1)).toBe(64_000);
  });

  it('of a NAT gateway are shared by all nodes', () => {
    expect(natPortsPerNode(4, 64)).toBe(4_032);
    expect(natPortsPerNode(2, 14)).toBe(9_216);
    expect(natPortsPerNode(1, 0)).toBe(64_512);
  });

  it('set no limit when Azure divides them', () => {
    expect(nodesThatFit(0, 1)).toBe(Number.POSITIVE_INFINITY);
  });

  it.each([
    ['33%', 30, 10],
    ['10%', 11, 2],
    ['5', 3, 5],
    ['0', 30, 0],
    [undefined, 3, 1],
    [undefined, 25, 3],
    ['many', 25, 3],
    ['50%', 0, 0],
  ])('are needed by a surge of %s of %i nodes for %i more', (maxSurge, size, more) => {
    expect(surgeOf(maxSurge, size)).toBe(more);
  });
});
