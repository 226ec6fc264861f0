import { asWritten, say, type Message } from './message.js';
import type { TargetKey } from './outbound-type.js';
import type { Plan } from './plan.js';
import { drawnRangesStepId } from './range-steps.js';
import type { Dated } from './source.js';

/**
 * How long nodes are without the API server where AKS chooses their new address during the change. The least is one
 * more update of the cluster, which lets the address in, and the most the whole change, that update in the median, and
 * the time until the list applies. Recorded traffic of azure-cli and Azure Service Operator: an update of a cluster took
 * 76 s at least and 114 s in the median of 259, the change from load balancer to managed NAT gateway 172 s.
 */
export const lockOut = {
  what: 'minutes that nodes are without the API server where AKS chooses their address',
  source: 'https://learn.microsoft.com/azure/aks/api-server-authorized-ip-ranges',
  readOn: '2026-11-23',
  leastInMinutes: 2,
  mostInMinutes: 7,
} as const satisfies Dated & Record<string, unknown>;

/** True for the step that nodes wait for: the traffic has moved before it, and it lets the new address in. */
export function endsLockOut({ steps }: Plan, stepId: string): boolean {
  if (stepId !== drawnRangesStepId) return false;
  const index = steps.findIndex(({ id }) => id === stepId);
  return steps.slice(0, index).some(({ isCutOver }) => isCutOver);
}

/** What a step cuts, and the nodes' way to the API server beside it. */
export function withLockOut(
  cut: Message,
  { from, to }: { readonly from: TargetKey; readonly to: TargetKey },
  locksOut: boolean,
): Message {
  if (!locksOut) return cut;
  const names = { cut, ...asWritten({ least: lockOut.leastInMinutes, most: lockOut.mostInMinutes }) };
  if (from === to)
    return say(
      '{cut} Calls of nodes to the API server that leave from a new address are refused until the next step has let it in: about {least} to {most} minutes.',
      names,
    );
  // AKS may let its own load balancer in by itself; the page says so of new clusters only.
  return to === 'loadBalancer'
    ? say(
        '{cut} Unless AKS itself lets its load balancer in, nodes cannot reach the API server from then on until the next step has done so: about {least} to {most} minutes.',
        names,
      )
    : say(
        '{cut} Nodes cannot reach the API server from then on until the next step has let the new address in: about {least} to {most} minutes.',
        names,
      );
}
