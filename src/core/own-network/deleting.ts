import { valueOf, type Fact } from '../fact.js';
import type { ClusterFacts } from '../facts.js';
import { say, type Message } from '../message.js';
import type { Step } from '../plan.js';
import type { Target } from '../target.js';
import { networkVersion } from './addressed.js';
import { gatewayAt } from './attaching.js';
import type { Clearing } from './ways-cleared.js';
import { nameIn } from './places.js';

/**
 * What a run created and what nothing uses once the way back is gone, by the ids that were sent: first what holds
 * another. Anything that somebody else has come to use stays.
 */
export function leftOvers(
  facts: ClusterFacts,
  target: Target,
  clearing: Clearing | undefined,
): readonly string[] {
  const created = target.undoes?.created ?? [];
  const of = (type: string) => created.filter((id) => new RegExp(`/${type}/[^/]+$`, 'i').test(id));
  const detached = (clearing?.gateways ?? []).map(({ subnetKey }) => subnetKey);
  const gateways = of('natGateways').filter((id) => {
    const gateway = gatewayAt(facts, id.toLowerCase());
    return gateway !== undefined && isUsedOnlyBy(gateway.subnetIds, detached);
  });
  const freed = gateways.flatMap((id) => {
    const gateway = gatewayAt(facts, id.toLowerCase());
    return gateway === undefined ? [] : (valueOf(gateway.addressIds) ?? []);
  });
  const addresses = of('publicIPAddresses').filter((id) => freed.includes(id.toLowerCase()));
  const off = (clearing?.tables ?? []).map(({ subnetKey }) => subnetKey);
  const tables = of('routeTables').filter((id) => {
    const node = Object.hasOwn(facts.routeTables, id.toLowerCase())
      ? facts.routeTables[id.toLowerCase()]
      : undefined;
    const table = node === undefined ? undefined : valueOf(node);
    return table !== undefined && isUsedOnlyBy(table.subnetIds, off);
  });
  return [...gateways, ...addresses, ...tables];
}

/** Where the users could not be read, somebody may be among them. */
const isUsedOnlyBy = (users: Fact<readonly string[]> | undefined, left: readonly string[]): boolean =>
  users?.kind === 'absent' || (users?.kind === 'known' && users.value.every((user) => left.includes(user)));

/** The last steps: nothing leaves through any of it any more. */
export const deletingSteps = (ids: readonly string[]): readonly Step[] =>
  ids.map((resourceId, index): Step => {
    const name = nameIn(resourceId);
    return {
      id: `delete-created-${index + 1}`,
      title: titleOf(resourceId),
      why: say(
        'The change that is taken back created it, and nothing uses it any more. Azure stops charging for it.',
      ),
      send: { kind: 'network', method: 'DELETE', resourceId, apiVersion: networkVersion },
      verify: [{ kind: 'gone', path: [] }],
      undo: /\/publicIPAddresses\//i.test(resourceId)
        ? say('None: the address of {name} goes back to Azure, and a new one would be another.', { name })
        : say('Create {name} again.', { name }),
      interruption: say('None'),
      isCutOver: false,
    };
  });

function titleOf(resourceId: string): Message {
  const name = nameIn(resourceId);
  if (/\/natGateways\//i.test(resourceId)) return say('Delete NAT gateway {name}', { name });
  return /\/routeTables\//i.test(resourceId)
    ? say('Delete route table {name}', { name })
    : say('Delete public address {name}', { name });
}
