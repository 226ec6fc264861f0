import type { LockFacts, Surroundings } from '../../core/surroundings.js';
import { apiVersions } from '../api-versions.js';
import { graphKey, type Resource } from '../facts/resource.js';
import { listFact, textOf, type Reader } from './reader.js';
import { groupPathOf, subscriptionPathOf, type Subject } from './subject.js';

/**
 * All locks of the subscriptions that the change touches, one request for each; where a subscription's may not be
 * listed, those of the resource groups. Source: Azure docs, "Lock your resources", read 2026-11-25.
 */
export async function readLocks(
  reader: Reader,
  subject: Subject,
): Promise<NonNullable<Surroundings['locks']>> {
  const touched = [subject.cluster.path, subject.nodeGroupPath, ...subject.networkResourceIds].filter(
    (id) => id !== undefined,
  );
  const subscriptions = distinct(touched.map(subscriptionPathOf));
  const lists = await Promise.all(
    subscriptions.map(async (subscription) => {
      const own = await locksAt(reader, subscription);
      if (own[1].kind !== 'unknown' || own[1].reason !== 'denied') return [own];
      const groups = distinct(touched.map(groupPathOf)).filter(
        (group) => subscriptionPathOf(group) === subscription,
      );
      return [own, ...(await Promise.all(groups.map((group) => locksAt(reader, group))))];
    }),
  );
  return Object.fromEntries(lists.flat());
}

async function locksAt(reader: Reader, scope: string) {
  const path = `${scope}/providers/Microsoft.Authorization/locks`;
  const listed = await reader.list(path, apiVersions.locks);
  return [scope.toLowerCase(), listFact(listed, scope.toLowerCase(), lockOf)] as const;
}

function lockOf(lock: Resource): LockFacts | undefined {
  const level = textOf(lock.raw('properties', 'level'));
  const id = textOf(lock.raw('id'));
  const scope = graphKey(id?.replace(/\/providers\/Microsoft[.]Authorization\/locks\/[^/]+$/i, ''));
  if (level === undefined || scope === undefined) return undefined;
  const notes = textOf(lock.raw('properties', 'notes'));
  return {
    name: textOf(lock.raw('name')) ?? scope,
    level,
    scope,
    ...(notes === undefined ? {} : { notes }),
  };
}

const distinct = (paths: readonly (string | undefined)[]): readonly string[] => {
  const byKey = new Map(paths.flatMap((path) => (path === undefined ? [] : [[path.toLowerCase(), path]])));
  return [...byKey.keys()];
};
