import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/core/assess.js';
import { applyEdits } from '../../src/core/edits.js';
import { unmet } from '../../src/core/expectations.js';
import { azCommands } from '../../src/core/exports/az-cli.js';
import { planAsMarkdown } from '../../src/core/exports/markdown.js';
import { planAsJson } from '../../src/core/exports/plan-json.js';
import { hasPrivatePath } from '../../src/core/authorized-ranges.js';
import { valueOf, type Fact } from '../../src/core/fact.js';
import type { ClusterFacts, SubnetFacts } from '../../src/core/facts.js';
import { isHeldBy } from '../../src/core/ip-ranges.js';
import { valueAt, type Json } from '../../src/core/json.js';
import { makePlan } from '../../src/core/make-plan.js';
import { format } from '../../src/core/message.js';
import { newAddressesOf } from '../../src/core/new-addresses.js';
import type { ClusterReading } from '../../src/core/reading.js';
import { rules } from '../../src/core/rules/index.js';
import { anyLiveFacts, anyTarget } from './arbitrary.js';
import { clusterEdits } from '../../src/core/step-edits.js';
import { allBodies } from '../../src/wizard/step-bodies.js';
import { withGateway, type ClusterSketch } from './cluster.js';

const rangesPath = ['properties', 'apiServerAccessProfile', 'authorizedIPRanges'];

/** A reading whose body says what the facts say, as far as a plan looks at it. */
const readingOf = (facts: ClusterFacts, body?: Json): ClusterReading => ({
  facts,
  basis: { apiVersion: '2026-06-01', eTag: 'e', poolETags: {}, body: body ?? bodyOf(facts) },
  tenantId: 't',
  subscriptionId: 's',
  readAtInMs: 0,
  apiVersions: ['2026-06-01', '2026-05-01'],
  network: bodiesOf(facts),
});

const networkOf = ({ network }: ClusterReading) => (network === undefined ? {} : { network });

/** Subnets and route tables as they would have been read. */
const bodiesOf = ({ subnets, routeTables }: ClusterFacts): Readonly<Record<string, Json>> =>
  Object.fromEntries([
    ...Object.entries(subnets).map(([id, subnet]) => [
      id,
      {
        id,
        properties: { natGateway: idIn(subnet, 'natGatewayId'), routeTable: idIn(subnet, 'routeTableId') },
      },
    ]),
    ...Object.entries(routeTables).map(([id, table]) => {
      const routes = table.kind === 'known' ? (valueOf(table.value.routes) ?? []) : [];
      return [
        id,
        {
          id,
          properties: {
            routes: routes.map(({ name, ...hop }) => ({
              name,
              properties: Object.fromEntries(
                Object.entries(hop).map(([key, fact]) => [key, valueOf(fact) ?? null]),
              ),
            })),
          },
        },
      ];
    }),
  ]) as Readonly<Record<string, Json>>;

const idIn = (subnet: Fact<SubnetFacts>, key: 'natGatewayId' | 'routeTableId'): Json => {
  const id = subnet.kind === 'known' ? valueOf(subnet.value[key]) : undefined;
  return id === undefined ? null : { id };
};

const bodyOf = ({ cluster }: ClusterFacts): Json => ({
  properties: {
    networkProfile: {
      outboundType: valueOf(cluster.outboundType) ?? 'loadBalancer',
      loadBalancerProfile: { backendPoolType: 'nodeIPConfiguration' },
    },
    apiServerAccessProfile: { authorizedIPRanges: valueOf(cluster.authorizedIPRanges) ?? [] },
  },
});

/** Graphs that a plan can be made of: a sound cluster with a gateway, and random ones. */
const plannable = fc.oneof(
  anyLiveFacts,
  fc
    .record({
      ranges: fc.subarray(['192.0.2.0/24', '203.0.113.17/32', '198.51.100.4', '0.0.0.0/32']),
      type: fc.constantFrom('loadBalancer', 'userDefinedRouting', 'none'),
      address: fc.constantFrom('198.51.100.4', '192.0.2.8/30', '2001:db8::1'),
    })
    .map(({ ranges, type, address }): ClusterSketch => ({
      cluster: { outboundType: type, authorizedIPRanges: ranges },
      addresses: {
        'ip-1': { address: '203.0.113.17', owner: 'AKS' },
        'ip-nat': { address, owner: 'customer' },
      },
    }))
    .map(withGateway),
);

/** Half of the time the target that such a cluster can go to. */
const anyOrUsual = fc.oneof(anyTarget, fc.constant({ outboundType: 'userAssignedNATGateway' } as const));

describe('a plan for any graph', () => {
  it('is never offered for a blocked target, and otherwise says why there is none', () => {
    fc.assert(
      fc.property(plannable, anyOrUsual, (facts, target) => {
        const result = makePlan({ reading: readingOf(facts), target, bodyDigest: 'd' });
        const blocked = assess(facts, target, rules).some(
          (judged) => judged.kind === 'found' && judged.findings.some(({ severity }) => severity === 'block'),
        );
        if (blocked) expect(result.kind).toBe('none');
        if (result.kind === 'none') expect(format(result.because)).toMatch(/\w/);
      }),
      { seed: 20261123, numRuns: 700 },
    );
  });

  it('changes the type only after the authorized ranges hold every address that can be known', () => {
    let seen = 0;
    fc.assert(
      fc.property(plannable, anyOrUsual, (facts, target) => {
        const reading = readingOf(facts);
        const result = makePlan({ reading, target, bodyDigest: 'd' });
        if (result.kind === 'none') return;
        const after = valueOf(newAddressesOf(facts, target));
        const isPrivate = valueOf(hasPrivatePath(facts)) === true;
        if (after?.kind !== 'known' || isPrivate) return;
        let body = reading.basis.body;
        for (const step of result.plan.steps) {
          const ranges = (valueAt(body, rangesPath) ?? []) as readonly string[];
          const isOpen = ranges.length === 0 || ranges.includes('0.0.0.0/32');
          // What only creates an address, a gateway or a table moves nothing.
          const moves = step.isCutOver || step.send.kind === 'cluster';
          if (moves && step.id !== 'authorized-ranges' && !isOpen) {
            seen += 1;
            for (const address of after.addresses.filter((text) => text !== 'odd'))
              expect(isHeldBy(address, ranges)).toBe(true);
          }
          body = applyEdits(body, clusterEdits(step));
        }
        const left = (valueAt(body, rangesPath) ?? []) as readonly string[];
        const before = (valueAt(reading.basis.body, rangesPath) ?? []) as readonly string[];
        if (before.length > 0) expect(left.length).toBeGreaterThan(0);
      }),
      { seed: 20261123, numRuns: 700 },
    );
    expect(seen).toBeGreaterThan(50);
  });

  it('verifies what it sends, and nothing that its own edits would not bring about', () => {
    fc.assert(
      fc.property(plannable, anyOrUsual, (facts, target) => {
        const reading = readingOf(facts);
        const result = makePlan({ reading, target, bodyDigest: 'd' });
        if (result.kind === 'none') return;
        for (const { step, before, after } of allBodies({
          plan: result.plan,
          body: reading.basis.body,
          ...networkOf(reading),
        })) {
          expect(unmet(before ?? null, step.verify).length, 'not done before').toBeGreaterThan(0);
          const missing = unmet(after ?? null, step.verify).filter(
            ({ kind, path }) => kind !== 'notEmpty' && path.at(-1) !== 'provisioningState',
          );
          expect(missing).toEqual([]);
        }
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it('leaves as script, record and JSON without a hole', () => {
    fc.assert(
      fc.property(plannable, anyOrUsual, (facts, target) => {
        const result = makePlan({ reading: readingOf(facts), target, bodyDigest: 'd' });
        if (result.kind === 'none') return;
        const { plan } = result;
        const texts = [
          azCommands(plan, 'azure'),
          planAsMarkdown(plan, { results: assess(facts, target, rules), format, madeIn: 'azure' }),
          planAsJson(plan, 'azure'),
        ];
        const comments = azCommands(plan, 'azure')
          .split('\n')
          .filter((line) => line.startsWith('# '));
        for (const comment of comments) expect(comment).toMatch(/^# .+[.:?]$/);
        for (const text of texts) expect(text).not.toMatch(/\{[a-z]\w*\}|undefined|\[object/);
        expect(JSON.parse(texts[2]!)).toMatchObject({ format: 'aks-egress-plan', target });
      }),
      { seed: 8, numRuns: 400 },
    );
  });
});
