import { describe, expect, it } from 'vitest';
import { known, unknown, valueOf, type Fact } from '../../src/core/fact.js';
import { locksOn } from '../../src/core/locks-on.js';
import { say } from '../../src/core/message.js';
import type { LockFacts } from '../../src/core/surroundings.js';

const subscription = '/subscriptions/s';
const group = `${subscription}/resourcegroups/g`;
const cluster = `${group}/providers/microsoft.containerservice/managedclusters/c`;
const origin = { kind: 'arm', resourceId: subscription, property: '' } as const;
const lock = (scope: string, name = 'keep'): LockFacts => ({ name, level: 'CanNotDelete', scope });
const list = (...locks: readonly LockFacts[]): Fact<readonly LockFacts[]> => known(locks, origin);
const denied = unknown('denied', say('no'), origin);

describe('the locks that hold for a resource', () => {
  it('are its own and those above it, each once; those of neighbours and below are not', () => {
    const locks = {
      [subscription]: list(
        lock(subscription),
        lock(group),
        lock(cluster),
        lock(`${cluster}/agentpools/p`),
        lock(`${group}2`),
      ),
      [group]: list(lock(group)),
    };
    const found = valueOf(
      locksOn({ locks }, cluster.toUpperCase().replace('/SUBSCRIPTIONS', '/subscriptions')),
    );
    expect(found?.map(({ scope }) => scope)).toEqual([subscription, group, cluster]);
  });

  it('are known where the group could be read though the subscription could not', () => {
    const locks = { [subscription]: denied, [group]: list() };
    expect(valueOf(locksOn({ locks }, cluster))).toEqual([]);
  });

  it('are not known where nothing that covers it could be read, or nobody asked', () => {
    expect(locksOn({ locks: { [subscription]: denied } }, cluster)).toBe(denied);
    expect(locksOn({ locks: { '/subscriptions/other': list() } }, cluster)).toMatchObject({
      reason: 'notRead',
    });
    expect(locksOn(undefined, cluster)).toMatchObject({ kind: 'unknown', reason: 'notAsked' });
  });
});
