import { at, objectsOf, textOf, type JsonObject, textAt } from '../json.js';
import { keyOf, parseId } from '../resource-id.js';
import type { Azure } from '../state/azure.js';
import type { Received } from '../wire/received.js';
import type { Refusal } from './refusal.js';

/** True for a provisioning state that no operation is behind. */
export const atRest = (state: string | undefined): boolean =>
  ['Succeeded', 'Failed', 'Canceled', '', undefined].includes(state);

/**
 * Whether a cluster takes a write now. 409 EtagMismatch is recorded (2024), the words of 409 OperationNotAllowed
 * are from a public log of 2026, 412 PreconditionFailed from AKS docs, Use eTags, read 2026-11-23.
 */
export function busy(options: {
  readonly azure: Azure;
  readonly cluster: JsonObject;
  readonly eTag: string | undefined;
  readonly request: Received;
  readonly nowInMs: number;
}): Refusal | undefined {
  const { azure, cluster, eTag, request } = options;
  const id = textAt(cluster, 'id');
  const state = textOf(at(cluster, 'properties', 'provisioningState'));
  const running = [...azure.operations.values()].find(
    (one) =>
      one.ended === undefined &&
      (one.resourceKey === keyOf(id) || one.resourceKey.startsWith(`${keyOf(id)}/`)),
  );
  const isStale =
    request.ifMatch !== undefined && request.ifMatch !== '*' && unquoted(request.ifMatch) !== eTag;
  if (running !== undefined || !atRest(state) || poolInProgress(cluster)) {
    if (isStale) return mismatch(id);
    const started = new Date(running?.startedAtInMs ?? azure.head.startedAtInMs).toISOString().slice(0, 19);
    return {
      status: 409,
      code: 'OperationNotAllowed',
      message: `Operation is not allowed because there's an in progress ${wordOf(state)} managed cluster operation${running === undefined ? '' : ` (operation ID: ${running.id})`} on the managed cluster started on ${started} UTC. Please wait for it to finish before starting a new operation. You can also use 'az aks operation-abort' to abort the current operation. See https://aka.ms/aks-pending-operation for more details`,
    };
  }
  if (textOf(at(cluster, 'properties', 'powerState', 'code')) === 'Stopped')
    return {
      status: 409,
      code: 'OperationNotAllowed',
      message:
        'Operation is not allowed: Managed cluster is in stopped state. Please start the managed cluster before this operation.',
    };
  if (isStale)
    return {
      status: 412,
      code: 'PreconditionFailed',
      message: `The value of the If-Match header '${request.ifMatch ?? ''}' does not match the current eTag of '${parseId(id)?.name ?? ''}'. Get the latest version of the resource and try again.`,
      subcode: 'EtagMismatch',
    };
  return undefined;
}

/** `If-None-Match: *` makes only what is not there yet (AKS docs, Use eTags, read 2026-11-23). */
export const alreadyThere = (resource: JsonObject): Refusal => ({
  status: 412,
  code: 'PreconditionFailed',
  message: `The If-None-Match header was given, but '${textAt(resource, 'name')}' exists already.`,
  subcode: 'EtagMismatch',
});

const unquoted = (eTag: string): string =>
  eTag
    .trim()
    .replace(/^W\//, '')
    .replace(/^"(.*)"$/, '$1');

const poolInProgress = (cluster: JsonObject): boolean =>
  objectsOf(at(cluster, 'properties', 'agentPoolProfiles')).some(
    ({ provisioningState }) => !atRest(textOf(provisioningState)),
  );

const wordOf = (state: string | undefined): string => {
  const words: Readonly<Record<string, string>> = {
    Upgrading: 'upgrade',
    Scaling: 'scale',
    Creating: 'create',
    Deleting: 'delete',
  };
  return words[state ?? ''] ?? 'update';
};

function mismatch(id: string): Refusal {
  const { name = '', subscriptionId = '', resourceGroup = '' } = parseId(id) ?? {};
  return {
    status: 409,
    code: 'EtagMismatch',
    message: `Failed to save managed cluster ${name} in subscription ${subscriptionId}, resource group ${resourceGroup}. Operation is not allowed: Another operation is in progress`,
    subcode: 'PutManagedClusterAndAgentPools_FailedPrecondition',
    details: [
      { code: 'Unspecified', message: 'rpc error: code = FailedPrecondition desc = Etag mismatched' },
    ],
  };
}
