import type { Message } from '../core/message.js';
import { say } from '../core/message.js';
import { foldRun } from '../core/run.js';
import type { RunRecord } from '../core/run-record.js';

/** What the keepers of other firewalls have to know after a run. */
export interface Told {
  readonly before: readonly string[];
  readonly now: readonly string[];
  readonly lines: readonly Message[];
}

/** Undefined while the run has not ended well, so that nobody takes a working address off a list, or nothing changed for partners. */
export function tellOwners(record: RunRecord): Told | undefined {
  const { end, addresses } = foldRun(record);
  if (end !== 'succeeded' || addresses === undefined) return undefined;
  const { addresses: before } = record.before;
  const come = addresses.filter((address) => !before.includes(address));
  const gone = before.filter((address) => !addresses.includes(address));
  if (come.length === 0 && gone.length === 0) return undefined;
  const lines = [
    say('The cluster {cluster} leaves from other addresses now.', { cluster: record.clusterName }),
    ...(come.length > 0 ? [say('Allow: {addresses}', { addresses: come })] : []),
    ...(gone.length > 0
      ? [
          say('Remove, once nothing depends on them: {addresses}', { addresses: gone }),
          say('An address that AKS owned goes back to Azure: somebody else may get it.'),
        ]
      : []),
  ];
  return { before, now: addresses, lines };
}
