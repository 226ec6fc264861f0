import { bodyNow } from '../change/cluster-operation.js';
import type { JsonObject } from '../json.js';
import { clusterIdOf, keyOf } from '../resource-id.js';
import type { Refusal } from '../rules/refusal.js';
import { resourceAt, runningOn, type Azure } from '../state/azure.js';
import { phaseOf } from '../state/settle.js';
import { aksError, frontDoorError, type Answer } from '../wire/answer.js';
import type { Call } from './route.js';

export const clusterIdIn = ({ params }: Call): string =>
  clusterIdOf(params['s'] ?? '', params['g'] ?? '', params['n'] ?? '');

/** The cluster's body as it is now, at the newest api-version. */
export function clusterNow(
  { azure, nowInMs }: { azure: Azure; nowInMs: number },
  id: string,
): JsonObject | undefined {
  const body = resourceAt(azure, id);
  if (body === undefined) return undefined;
  const running = runningOn(azure, keyOf(id));
  return bodyNow(azure, body, running, running === undefined ? 0 : phaseOf(running, nowInMs));
}

/** Of a cluster that was deleted a moment ago the provider speaks, of any other the front door (both recorded). */
export const clusterMissing = (call: Call): Answer => {
  const { s = '', g = '', n = '' } = call.params;
  return call.azure.removed.has(keyOf(clusterIdIn(call)))
    ? aksError(404, {
        code: 'NotFound',
        details: [
          { code: 'Unspecified', message: 'rpc error: code = NotFound desc = Managed Cluster not found' },
        ],
        message: `Could not find managed cluster resource: ${n} in subscription: ${s}, resourceGroup: ${g}.`,
        subcode: 'GetManagedCluster_NotFound_HCPServerError',
      })
    : frontDoorError(
        404,
        'ResourceNotFound',
        `The Resource 'Microsoft.ContainerService/managedClusters/${n}' under resource group '${g}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
      );
};

export const answerTo = (refusal: Refusal): Answer =>
  refusal.isFrontDoor === true
    ? frontDoorError(refusal.status, refusal.code, refusal.message)
    : aksError(refusal.status, refusal);
