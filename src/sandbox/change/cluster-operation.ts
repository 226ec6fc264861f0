import { at, isObject, objectsOf, withAt, without, type Json, type JsonObject, textAt } from '../json.js';
import type { PlannedEnd } from '../log-entry.js';
import { groupKeyOf, keyOf, parseId } from '../resource-id.js';
import { putResource, type Azure, type Operation } from '../state/azure.js';
import { eTagOf } from '../state/settle.js';
import { addressesAfter, ownedNow } from './addresses.js';
import { nodeGroupResources } from './node-group.js';
import { lastPhase, natGatewaySkuOf, outboundTypeOf } from './outbound-type.js';

/**
 * Milliseconds of sandbox time that an update of a cluster lasts. 259 recorded updates took 76 s at least and 114 s
 * in the median; the recorded change from load balancer to managed NAT gateway 172 s, from block to none 91 s. A
 * change of type lasts 120 s here (a minute at factor 2, six seconds at factor 20), any other update 76 s.
 */
export const lastsInMs = (before: JsonObject, desired: JsonObject): number =>
  isSwitch(before, desired) ? 120_000 : 76_000;

const isSwitch = (before: JsonObject, desired: JsonObject): boolean =>
  outboundTypeOf(before) !== outboundTypeOf(desired) || natGatewaySkuOf(before) !== natGatewaySkuOf(desired);

/** Azure's progress words of an update, in the recorded order. */
export const updatePhases = [
  ...['InProgress', 'ProvisioningNetworkResources', 'ProvisioningControlPlane', 'ReconcilingAddons'],
];

/** The body with one provisioning state, its own and that of each pool. */
export function inState(body: JsonObject, state: string): JsonObject {
  const pools = objectsOf(at(body, 'properties', 'agentPoolProfiles')).map((pool) => ({
    ...pool,
    provisioningState: state,
  }));
  return withAt(
    withAt(body, ['properties', 'provisioningState'], state),
    ['properties', 'agentPoolProfiles'],
    pools,
  );
}

/** The body with the eTags that an operation on the cluster gives: the cluster's and each pool's (recorded). */
export function withETags(body: JsonObject, eTag: (part: string) => string): JsonObject {
  const pools = objectsOf(at(body, 'properties', 'agentPoolProfiles')).map((pool) => ({
    ...pool,
    eTag: eTag(`pool ${textAt(pool, 'name')}`),
  }));
  return withAt({ ...body, eTag: eTag('cluster') }, ['properties', 'agentPoolProfiles'], pools);
}

/** Ends an update of a cluster: the second phase when it went well, an honest half when it did not. */
export function finishClusterUpdate(before: JsonObject, number: number): Operation['finish'] {
  return (azure, end) => {
    const key = keyOf(textAt(before, 'id'));
    const body = azure.resources.get(key);
    const operation = [...azure.operations.values()].find(
      (one) => one.number === number && one.resourceKey === key,
    );
    if (body === undefined || operation === undefined) return;
    const tagged = withETags(body, (part) => eTagOf(azure, operation, part, 'end'));
    if (end.status !== 'Succeeded') {
      azure.resources.set(key, withError(inState(tagged, end.status), end));
      return;
    }
    const { effectiveIds, owned } = addressesAfter({
      azure,
      before,
      body,
      owned: ownedNow(azure, body),
      number,
    });
    const last = lastPhase(withoutEmptyOfPools(withoutError(inState(tagged, 'Succeeded'))), effectiveIds);
    azure.resources.set(key, last);
    reconcileNodeGroup(azure, last, owned);
  };
}

/** `status.provisioningError` of a cluster whose last operation failed. */
const withError = (body: JsonObject, end: PlannedEnd): JsonObject =>
  end.error === undefined || end.status !== 'Failed'
    ? body
    : withAt(body, ['properties', 'status'], { provisioningError: end.error });

const withoutError = (body: JsonObject): JsonObject => {
  const properties = body['properties'] as JsonObject;
  return { ...body, properties: without(properties, 'status') };
};

/** The answer to a PUT echoes empty tags and labels of a pool, a GET after it has neither (recorded). */
function withoutEmptyOfPools(body: JsonObject): JsonObject {
  const isEmpty = (value: Json | undefined): boolean => isObject(value) && Object.keys(value).length === 0;
  const pools = objectsOf(at(body, 'properties', 'agentPoolProfiles')).map((pool) =>
    without(pool, ...['tags', 'nodeLabels'].filter((key) => isEmpty(pool[key]))),
  );
  return withAt(body, ['properties', 'agentPoolProfiles'], pools);
}

/** Puts the node resource group's network right after a change. */
function reconcileNodeGroup(
  azure: Azure,
  cluster: JsonObject,
  outbound: Parameters<typeof nodeGroupResources>[0]['outbound'],
): void {
  const { subscriptionId = '' } = parseId(textAt(cluster, 'id')) ?? {};
  const group = groupKeyOf(subscriptionId, textAt(cluster, 'properties', 'nodeResourceGroup'));
  for (const key of [...azure.resources.keys()]) {
    const id = parseId(key);
    if (id?.provider !== 'microsoft.network') continue;
    if (groupKeyOf(id.subscriptionId, id.resourceGroup) === group) azure.resources.delete(key);
  }
  const services = azure.services.get(keyOf(textAt(cluster, 'id'))) ?? [];
  for (const body of nodeGroupResources({ seed: azure.head.seed, cluster, outbound, services }))
    putResource(azure, body);
}

/** A cluster's body as it is seen now: its eTags move with the phases of a running operation. */
export function bodyNow(
  azure: Azure,
  body: JsonObject,
  running: Operation | undefined,
  phase: number,
): JsonObject {
  if (running?.kind !== 'cluster') return body;
  return withETags(body, (part) => eTagOf(azure, running, part, phase));
}

export const eTagIn = (body: Json | undefined): string | undefined => {
  const tag = at(body, 'eTag');
  return typeof tag === 'string' ? tag : undefined;
};
