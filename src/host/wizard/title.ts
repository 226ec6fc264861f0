import { say, type Message } from '../../core/message.js';
import type { OpenedCluster } from '../opened-cluster.js';
import { text } from '../words.js';
import type { World } from '../world.js';

/**
 * The titles that a cluster's page may have, the shortest first. The sandbox is named in each, so that a tab of it is
 * never taken for Azure's.
 */
export function titlesOf(cluster: OpenedCluster, kind: World['kind']): readonly string[] {
  const { name, resourceGroup: group, subscriptionName, subscriptionId } = cluster;
  const names: readonly Message[] = [
    say('{name}', { name }),
    say('{name} in {group}', { name, group }),
    say('{name} in {group} of {subscription}', {
      name,
      group,
      subscription: subscriptionName ?? subscriptionId,
    }),
  ];
  return names.map((one) =>
    text(
      kind === 'sandbox'
        ? say('Egress: {name} (Sandbox)', { name: one })
        : say('Egress: {name}', { name: one }),
    ),
  );
}

/** The title that tells a page from every other open one; the one that it has stays where it does so. */
export function titleFor(
  titles: readonly string[],
  { now, taken }: { readonly now: string; readonly taken: readonly string[] },
): string {
  const free = titles.filter((title) => !taken.includes(title));
  return free.find((title) => title === now) ?? free[0] ?? titles.at(-1) ?? now;
}
