import { describe, expect, it } from 'vitest';
import { format } from '../../../src/core/message.js';
import { egressDocument } from '../../../src/host/look/egress-document.js';
import { detailRows } from '../../../src/host/look/detail-rows.js';
import { summarize } from '../../../src/host/look/summary.js';
import type { Row } from '../../../src/host/explorer/row.js';
import {
  managedLoadBalancer,
  ownNatGateway,
  ownWithGateway,
  ownWithRouteTable,
} from '../../fakes/clusters.js';
import { readingOf, withDeniedSubnet, withUnknownProperty } from '../../fakes/readings.js';

const linesOf = (rows: readonly Row[]): readonly string[] =>
  rows.flatMap((row) => [
    `${typeof row.label === 'string' ? row.label : format(row.label)}: ${row.description === undefined ? '' : format(row.description)}`,
    ...(Array.isArray(row.children) ? linesOf(row.children as readonly Row[]) : []),
  ]);
const told = (reading: ReturnType<typeof readingOf>): string =>
  linesOf(detailRows('c', { kind: 'read', summary: summarize(reading) })).join('\n');

describe('a closer look at a cluster', () => {
  it('tells declared type, path of each pool and addresses with their owner', () => {
    const words = told(readingOf(managedLoadBalancer));
    expect(words).toContain('Declared: Load balancer · loadBalancer · in a network made by AKS');
    expect(words).toMatch(/: \d+ nodes?.* · through the load balancer/);
    expect(words).toContain('203.0.113.61: AKS · ');
    expect(words).not.toContain('not as declared');
  });

  it('says where packets leave another way than declared', () => {
    const words = told(readingOf(ownWithGateway));
    expect(words).toContain('through the NAT gateway nat-one, not as declared');
    expect(told(readingOf(ownNatGateway))).not.toContain('not as declared');
    expect(told(readingOf(ownWithRouteTable))).toContain('through the appliance 10.9.0.4, not as declared');
  });

  it('says what is not known instead of guessing it', () => {
    const words = told(withDeniedSubnet(readingOf(ownNatGateway), 'snet-apps'));
    expect(words).toContain('path not known: ');
    expect(words).toContain('Addresses: not known: ');
    expect(told(withUnknownProperty(readingOf(managedLoadBalancer), 'outboundType'))).toContain(
      'Declared: Outbound type not read yet',
    );
  });

  it('stands in a document, too, with the Azure that it was read from', () => {
    const cluster = { id: 'c', name: 'shop', resourceGroup: 'rg', subscriptionId: 's', tenantId: 't' };
    const at = { world: { template: 'Sandbox' }, time: '14:02' };
    const lines = egressDocument(cluster, summarize(readingOf(managedLoadBalancer)), at);
    const text = lines.map((line) => (line === '' ? '' : format(line))).join('\n');
    expect(text).toContain('# shop: how traffic leaves');
    expect(text).toContain('Sandbox. Resource group rg');
    expect(text).toContain('- 203.0.113.61 (AKS), used by');
    expect(text).toContain('- kubernetes-shop: 203.0.113.5');
  });
});
