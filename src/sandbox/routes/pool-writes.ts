import { misfitIn, onlyKnown } from '../change/known-fields.js';
import { newPool } from '../change/new-pool.js';
import {
  at,
  isObject,
  objectOf,
  objectsOf,
  present,
  textAt,
  textOf,
  withAt,
  without,
  type JsonObject,
} from '../json.js';
import { keyOf } from '../resource-id.js';
import { alreadyThere, busy } from '../rules/busy.js';
import { poolRefusal } from '../rules/cluster-rules.js';
import { badRequest } from '../rules/refusal.js';
import { fixedOfPool, unreadable } from '../rules/shape.js';
import { resourceAt, type Azure } from '../state/azure.js';
import { eTagOf } from '../state/settle.js';
import { seenAt, aksType } from '../wire/versions.js';
import { aksError, fromAks, type Answer } from '../wire/answer.js';
import { answerTo, clusterIdIn, clusterMissing, clusterNow } from './cluster-here.js';
import { operationHeaders, startOperation } from './operations.js';
import { poolBody, poolIn, poolMissing, poolsPath, setPool } from './pools.js';
import type { AcceptedCall, Call, Route } from './route.js';

/** Milliseconds of sandbox time: the recorded median of a pool's update, and about what its creation and deletion took. */
const updateLastsInMs = 25_000;
const creationLastsInMs = 120_000;
const deletionLastsInMs = 60_000;

const nameIn = ({ params }: Call): string => params['pool'] ?? '';

const poolsOf = (cluster: JsonObject): readonly JsonObject[] => objectsOf(at(cluster, ...poolsPath));

/** Empty lists, maps and nulls mean nothing here (recorded). */
const meant = (sent: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(present(sent)).filter(
      ([key, value]) =>
        !(Array.isArray(value) && value.length === 0) &&
        !(['tags', 'nodeLabels'].includes(key) && isObject(value) && Object.keys(value).length === 0),
    ),
  );

const readOnly = [
  ...['provisioningState', 'powerState', 'currentOrchestratorVersion', 'nodeImageVersion', 'eTag', 'status'],
];

/** The pool that a PUT asks for. */
function wanted(call: Call, cluster: JsonObject): JsonObject {
  const known = knownOf(objectOf(objectOf(call.request.body)['properties']), call.request.apiVersion ?? '');
  const sent = meant(known);
  const old = poolIn(cluster, nameIn(call));
  // Azure fills in how a pool is upgraded when it is changed for the first time (recorded).
  if (old !== undefined) return { ...old, upgradeStrategy: 'Rolling', ...without(sent, 'name', ...readOnly) };
  const text = (...path: readonly string[]): string => textAt(cluster, 'properties', ...path);
  const version = textOf(sent['orchestratorVersion']) || text('kubernetesVersion');
  return {
    ...newPool(sent, {
      name: nameIn(call),
      version,
      currentVersion: version.split('.').length > 2 ? version : text('currentKubernetesVersion'),
      isKubenet: text('networkProfile', 'networkPlugin') === 'kubenet',
      eTag: '',
    }),
    enableAutoScaling: sent['enableAutoScaling'] ?? false,
  };
}

/** What an api-version of a pool knows, by way of a cluster that has only this pool. */
function knownOf(pool: JsonObject, apiVersion: string): JsonObject {
  const cluster = seenAt(apiVersion, onlyKnown({ properties: { agentPoolProfiles: [pool] } }));
  return objectOf(objectsOf(at(cluster, ...poolsPath))[0]);
}

function decidePut(call: Call): Answer | undefined {
  const { azure, request, nowInMs } = call;
  const cluster = clusterNow(call, clusterIdIn(call));
  if (cluster === undefined) return clusterMissing(call);
  const { body } = request;
  if (!isObject(body) || (body['properties'] !== undefined && !isObject(body['properties'])))
    return aksError(400, { code: 'InvalidParameter', message: 'The request body is not an agent pool.' });
  const misfit = misfitIn({ properties: { agentPoolProfiles: [objectOf(body['properties'])] } }, {});
  if (misfit !== undefined) return answerTo(unreadable(misfit.value, misfit.path));
  const old = poolIn(cluster, nameIn(call));
  if (old !== undefined && request.ifNoneMatch !== undefined) return answerTo(alreadyThere(old));
  const refusal = busy({ azure, cluster, eTag: textAt(old, 'eTag'), request, nowInMs });
  if (refusal !== undefined) return answerTo(refusal);
  const pool = wanted(call, cluster);
  const others = poolsOf(cluster).filter((one) => one !== old);
  const desired = withAt(cluster, poolsPath, [...others, pool]);
  const fixed = fixedOfPool.find(
    (key) => old !== undefined && textAt(pool, key).toLowerCase() !== textAt(old, key).toLowerCase(),
  );
  const no =
    fixed === undefined
      ? poolRefusal({
          azure,
          apiVersion: request.apiVersion ?? '',
          nowInMs,
          before: cluster,
          desired,
          sent: {},
        })
      : badRequest(
          'PropertyChangeNotAllowed',
          `Changing property 'properties.${fixed}' is not allowed.`,
          `properties.${fixed}`,
        );
  return no === undefined ? undefined : answerTo(no);
}

function addPool(azure: Azure, key: string, pool: JsonObject): void {
  const cluster = azure.resources.get(key);
  if (cluster === undefined) return;
  azure.resources.set(key, withAt(cluster, poolsPath, [...poolsOf(cluster), pool]));
}

function applyPut(call: AcceptedCall): Answer {
  const { azure, params } = call;
  const key = keyOf(clusterIdIn(call));
  const cluster = resourceAt(azure, key);
  if (cluster === undefined) return clusterMissing(call);
  const old = poolIn(cluster, nameIn(call));
  const pool = wanted(call, cluster);
  const name = textAt(pool, 'name');
  const operation = startOperation(call, {
    provider: 'Microsoft.ContainerService',
    subscriptionId: params['s'] ?? '',
    location: textAt(cluster, 'location'),
    resourceKey: `${key}/agentpools/${name.toLowerCase()}`,
    kind: 'pool',
    lastsInMs: old === undefined ? creationLastsInMs : updateLastsInMs,
    phases:
      old === undefined
        ? ['CreatingAgentPool', `CreatingAgentPool: 0/${Number(pool['count'] ?? 1)} nodes completed`]
        : ['InProgress'],
    finish: (now, end) => {
      setPool(now, key, name, (one) => ({
        ...one,
        provisioningState: end.status,
        eTag: eTagOf(now, operation, name, 'end'),
      }));
    },
  });
  const state = old === undefined ? 'Creating' : 'Updating';
  const made = { ...pool, provisioningState: state, eTag: eTagOf(azure, operation, name, 0) };
  if (old === undefined) addPool(azure, key, made);
  else setPool(azure, key, name, () => made);
  const answer = fromAks(old === undefined ? 201 : 200, poolBody(call, made));
  return { ...answer, headers: operationHeaders(call, operation) };
}

function decideDelete(call: Call): Answer | undefined {
  const { azure, request, nowInMs } = call;
  const cluster = clusterNow(call, clusterIdIn(call));
  if (cluster === undefined) return clusterMissing(call);
  const pool = poolIn(cluster, nameIn(call));
  // Deleting what is not there is no error.
  if (pool === undefined) return { status: 204, from: 'aks' };
  const refusal = busy({ azure, cluster, eTag: textAt(pool, 'eTag'), request, nowInMs });
  if (refusal !== undefined) return answerTo(refusal);
  const isLast = !poolsOf(cluster).some((one) => one !== pool && one['mode'] === 'System');
  return isLast && pool['mode'] === 'System'
    ? answerTo(
        badRequest(
          'OperationNotAllowed',
          'There has to be at least one system agent pool.',
          'agentPoolProfile.mode',
        ),
      )
    : undefined;
}

function applyDelete(call: AcceptedCall): Answer {
  const { azure, params } = call;
  const key = keyOf(clusterIdIn(call));
  const cluster = resourceAt(azure, key);
  const pool = cluster === undefined ? undefined : poolIn(cluster, nameIn(call));
  if (cluster === undefined || pool === undefined) return poolMissing(call);
  const name = textAt(pool, 'name');
  const operation = startOperation(call, {
    provider: 'Microsoft.ContainerService',
    subscriptionId: params['s'] ?? '',
    location: textAt(cluster, 'location'),
    resourceKey: `${key}/agentpools/${name.toLowerCase()}`,
    kind: 'pool',
    lastsInMs: deletionLastsInMs,
    phases: ['InProgress'],
    finish: (now, end) => {
      const whole = now.resources.get(key);
      if (whole === undefined) return;
      if (end.status === 'Succeeded')
        now.resources.set(
          key,
          withAt(
            whole,
            poolsPath,
            poolsOf(whole).filter((one) => textAt(one, 'name') !== name),
          ),
        );
      else
        setPool(now, key, name, (one) => ({
          ...one,
          provisioningState: 'Failed',
          eTag: eTagOf(now, operation, name, 'end'),
        }));
    },
  });
  setPool(azure, key, name, (one) => ({
    ...one,
    provisioningState: 'Deleting',
    eTag: eTagOf(azure, operation, name, 0),
  }));
  return { status: 202, from: 'aks', headers: operationHeaders(call, operation, { withLocation: true }) };
}

const path =
  'subscriptions/{s}/resourcegroups/{g}/providers/microsoft.containerservice/managedclusters/{n}/agentpools/{pool}';
const type = aksType('managedClusters/agentPools');

export const poolWriteRoutes: readonly Route[] = [
  { method: 'PUT', path, type, decide: decidePut, apply: applyPut },
  { method: 'DELETE', path, type, decide: decideDelete, apply: applyDelete },
];
