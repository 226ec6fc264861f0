import type { ClusterFacts } from '../../core/facts.js';
import type { Surroundings } from '../../core/surroundings.js';
import type { Part } from '../../core/surroundings-wanted.js';
import { apiVersions } from '../api-versions.js';
import type { Arm } from '../wire/arm.js';
import { readDependencies } from './dependencies.js';
import { readFirewalls } from './firewalls.js';
import { readExtensions, readRegistry } from './isolation.js';
import { readLoadBalancers } from './load-balancers.js';
import { readLocks } from './locks.js';
import { readMaintenance } from './maintenance.js';
import { readNetworks } from './networks.js';
import { readPermissions } from './permissions.js';
import { readPolicies } from './policies.js';
import { createReader, type Reader } from './reader.js';
import { readFeatures, readProviders } from './registrations.js';
import { readIdentityRoles } from './roles.js';
import { subjectOf, type Subject } from './subject.js';
import { readUsages } from './usages.js';

type Reading<K extends Part> = (reader: Reader, subject: Subject) => Promise<NonNullable<Surroundings[K]>>;

const readings: { readonly [K in Part]-?: Reading<K> } = {
  locks: readLocks,
  permissions: readPermissions,
  identityRoles: readIdentityRoles,
  policies: readPolicies,
  networkUsages: (reader, subject) => readUsages(reader, subject, 'Microsoft.Network'),
  computeUsages: (reader, subject) => readUsages(reader, subject, 'Microsoft.Compute'),
  providers: readProviders,
  features: readFeatures,
  maintenance: readMaintenance,
  loadBalancers: readLoadBalancers,
  networks: readNetworks,
  firewalls: readFirewalls,
  dependencies: readDependencies,
  extensions: readExtensions,
  registry: readRegistry,
};

/**
 * The wanted parts of what stands around a cluster, all at once: one wave of requests, and a second and third only
 * for what the first one names. Whatever is denied or fails is an unknown fact in its place; rejects only when the
 * signal aborts.
 */
export async function readAround(order: {
  readonly arm: Arm;
  readonly facts: ClusterFacts;
  readonly parts: readonly Part[];
  readonly signal?: AbortSignal | undefined;
}): Promise<Surroundings> {
  const reader = createReader(order.arm, order.signal);
  const subject = subjectOf(order.facts, apiVersions.clusterWrite);
  const parts = [...new Set(order.parts)];
  const read = await Promise.all(
    parts.map(async (part) => [part, await readings[part](reader, subject)] as const),
  );
  return Object.fromEntries(read);
}
