import type { Message } from '../core/message.js';
import { say } from '../core/message.js';
import { foldRun } from '../core/run.js';
import type { RunRecord } from '../core/run-record.js';

/** What the keepers of other firewalls have to know after a run. */
export interface Told {
  /** `unknown`: the cluster leaves another way now, and nobody told us from which addresses. */
  readonly kind: 'changed' | 'unknown';
  readonly before: readonly string[];
  readonly now: readonly string[];
  readonly lines: readonly Message[];
}

/** Undefined while the run has not ended well, so that nobody takes a working address off a list, or nothing changed for partners. */
export function tellOwners(record: RunRecord): Told | undefined {
  const { end, addresses } = foldRun(record);
  if (end !== 'succeeded') return undefined;
  return addresses === undefined ? unknownNow(record) : changedTo(addresses, record);
}

/** Behind a firewall the addresses are the firewall's matter: the old ones must not go before the new ones are found. */
function unknownNow({ before: { addresses: before }, clusterName }: RunRecord): Told {
  const lines = [
    say('The way out of the cluster {cluster} has changed.', { cluster: clusterName }),
    say(
      'From which addresses it leaves now is decided by its own network: those who run the firewall or gateway there know them.',
    ),
    say('Allow those addresses before anything is removed.'),
    ...(before.length > 0 ? [say('Until now it left from: {addresses}', { addresses: before })] : []),
  ];
  return { kind: 'unknown', before, now: [], lines };
}

function changedTo(addresses: readonly string[], record: RunRecord): Told | undefined {
  const { addresses: before } = record.before;
  const come = addresses.filter((address) => !before.includes(address));
  const gone = before.filter((address) => !addresses.includes(address));
  if (come.length === 0 && gone.length === 0) return undefined;
  const lines = [
    addresses.length === 0
      ? say('The cluster {cluster} leaves from no public address any more.', { cluster: record.clusterName })
      : say('The cluster {cluster} leaves from other addresses now.', { cluster: record.clusterName }),
    ...(come.length > 0 ? [say('Allow: {addresses}', { addresses: come })] : []),
    ...(gone.length > 0
      ? [
          say('Remove, once nothing depends on them: {addresses}', { addresses: gone }),
          say('An address that AKS owned goes back to Azure: somebody else may get it.'),
        ]
      : []),
  ];
  return { kind: 'changed', before, now: addresses, lines };
}
