import { denied, expiredToken, invalidToken, missingToken, wrongTenant, type Scope } from './faulting.js';
import { groupKeyOf, isBelow } from './resource-id.js';
import { isNamespace } from './routes/providers.js';
import { isWrite } from './routes/route.js';
import type { Found } from './routes/routes.js';
import { goingAway, groupMissing } from './routes/resource-groups.js';
import type { Moment } from './ledger.js';
import { accessRefusal, policyDenial } from './rules/access.js';
import type { Azure } from './state/azure.js';
import { providerState } from './state/registrations.js';
import { readToken, type Caller } from './token.js';
import { frontDoorError, type Answer } from './wire/answer.js';
import type { Received } from './wire/received.js';

/** Who calls, or the 401 that says why nobody does. */
export function callerOf(azure: Azure, authorization: string | undefined, nowInMs: number): Caller | Answer {
  const token = /^Bearer\s+(.+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) return missingToken();
  const caller = readToken(token.trim());
  if (caller === undefined) return invalidToken();
  const isOld = caller.expiresAtInMs <= nowInMs || caller.generation !== azure.head.generation;
  return isOld ? expiredToken(caller) : caller;
}

const verbs: Readonly<Record<string, string>> = {
  GET: 'read',
  HEAD: 'read',
  PUT: 'write',
  PATCH: 'write',
  DELETE: 'delete',
  POST: 'action',
};

/** `…/managedClusters/write`, `…/managedClusters/abort/action`. */
function actionOf(type: string, request: Received): string {
  const verb = verbs[request.method] ?? 'action';
  const last = request.segments.at(-1) ?? '';
  const isNamed = verb !== 'action' || type.toLowerCase().endsWith(`/${last.toLowerCase()}`);
  return `${type}/${isNamed ? verb : `${last}/action`}`;
}

/** What a request is about, for the words of a refusal. */
export function scopeOf(azure: Azure, request: Received, found: Found | undefined): Scope {
  const subscriptionId =
    request.segments[0]?.toLowerCase() === 'subscriptions' ? request.segments[1] : undefined;
  const tenantId = azure.scenario.subscriptions.find(
    ({ id }) => id === subscriptionId?.toLowerCase(),
  )?.tenantId;
  const type = found === undefined ? '' : `${found.route.type.namespace}/${found.route.type.type}`;
  return {
    action: actionOf(type, request),
    id: `/${request.segments.join('/')}`,
    name: request.segments.at(-1) ?? '',
    ...(subscriptionId === undefined ? {} : { subscriptionId }),
    ...(tenantId === undefined ? {} : { tenantId }),
  };
}

/** What the front door answers before any resource provider is asked. */
export function frontDoorRefusal(options: {
  readonly moment: Pick<Moment, 'azure' | 'nowInMs'>;
  readonly request: Received;
  readonly found: Found | undefined;
  readonly caller: Caller;
  readonly scope: Scope;
  /** True: whatever api-version is asked for is there. */
  readonly anyApiVersion?: boolean;
}): Answer | undefined {
  const { request, found, caller, scope, anyApiVersion = false } = options;
  const { azure, nowInMs } = options.moment;
  const { subscriptionId } = scope;
  if (subscriptionId !== undefined) {
    if (scope.tenantId === undefined)
      return frontDoorError(
        404,
        'SubscriptionNotFound',
        `The subscription '${subscriptionId}' could not be found.`,
      );
    if (scope.tenantId !== caller.tenantId) return wrongTenant(caller, scope.tenantId);
    if (
      [...azure.faults.values()].some(
        ({ fault }) =>
          fault.kind === 'deniedSubscription' &&
          fault.subscriptionId.toLowerCase() === subscriptionId.toLowerCase(),
      )
    )
      if (request.segments.length > 2) return denied(request, caller, scope);
  }
  if (request.apiVersion === undefined)
    return frontDoorError(
      400,
      'MissingApiVersionParameter',
      'The api-version query parameter (?api-version=) is required for all requests.',
    );
  if (found === undefined) return unknownRoute(request);
  const { type } = found.route;
  const isServed =
    found.route.anyVersion === true || anyApiVersion || type.versions.includes(request.apiVersion);
  if (!isServed)
    return frontDoorError(
      400,
      'NoRegisteredProviderFound',
      `No registered resource provider found for location '' and API version '${request.apiVersion}' for type '${type.type}'. The supported api-versions are '${[...type.versions].reverse().join(', ')}'. The supported locations are 'westeurope, northeurope, switzerlandnorth, eastus, westus2, westus3, canadaeast'.`,
    );
  const group = found.params['g'];
  if (group !== undefined && !azure.index.groups.has(groupKeyOf(subscriptionId ?? '', group)))
    return groupMissing(group);
  if (request.isBroken)
    return frontDoorError(
      400,
      'InvalidRequestContent',
      'The request content was invalid and could not be deserialized.',
    );
  const barred = accessRefusal(azure, request, caller, scope);
  if (barred !== undefined || !isWrite(found.route)) return barred;
  const isOfResource = group !== undefined && request.method !== 'DELETE';
  return (
    scopeLocked(azure, request, scope) ??
    (isOfResource ? goingAway(azure, groupKeyOf(subscriptionId ?? '', group)) : undefined) ??
    notRegistered(azure, type.namespace, subscriptionId, nowInMs) ??
    (['PUT', 'PATCH'].includes(request.method)
      ? policyDenial(azure, `${type.namespace}/${type.type}`, scope)
      : undefined)
  );
}

const mustBeRegistered = ['Microsoft.ContainerService', 'Microsoft.Network'];

/** Azure docs, Resolve errors for resource provider registration, read 2026-11-23. */
function notRegistered(
  azure: Azure,
  namespace: string,
  subscriptionId: string | undefined,
  nowInMs: number,
): Answer | undefined {
  if (subscriptionId === undefined || !mustBeRegistered.includes(namespace)) return undefined;
  // While a provider is registering, its resources can be made already.
  const state = providerState({ azure, subscriptionId, name: namespace, nowInMs });
  return state === 'Registered' || state === 'Registering'
    ? undefined
    : frontDoorError(
        409,
        'MissingSubscriptionRegistration',
        `The subscription is not registered to use namespace '${namespace}'. See https://aka.ms/rps-not-found for how to register subscriptions.`,
        {
          details: [
            {
              code: 'MissingSubscriptionRegistration',
              target: namespace,
              message: `The subscription is not registered to use namespace '${namespace}'. See https://aka.ms/rps-not-found for how to register subscriptions.`,
            },
          ],
        },
      );
}

/** A read-only lock refuses every write in its scope, a lock against deletion every deletion. Locks are written all the same. */
function scopeLocked(azure: Azure, request: Received, { id, action }: Scope): Answer | undefined {
  if (/[/]providers[/]Microsoft[.]Authorization[/]locks[/]/i.test(`${id}/`)) return undefined;
  const lock = [...azure.locks.values()].find(
    ({ level, scope }) => (level === 'ReadOnly' || request.method === 'DELETE') && isBelow(id, scope),
  );
  if (lock === undefined) return undefined;
  return frontDoorError(
    409,
    'ScopeLocked',
    `The scope '${id}' cannot perform ${action.split('/').at(-1) ?? 'write'} operation because following scope(s) are locked: '${lock.scope}'. Please remove the lock and try again.`,
  );
}

/** ARM's own words for what it does not know (from memory: no recording shows them). */
function unknownRoute(request: Received): Answer {
  const { segments } = request;
  const index = segments.map((segment) => segment.toLowerCase()).lastIndexOf('providers');
  const namespace = segments[index + 1];
  if (index < 0 || namespace === undefined)
    return frontDoorError(
      404,
      'NotFound',
      `No HTTP resource was found that matches the request URI '${request.target}'.`,
    );
  const type = segments
    .slice(index + 2)
    .filter((_, place) => place % 2 === 0)
    .join('/');
  if (!isNamespace(namespace))
    return frontDoorError(
      404,
      'InvalidResourceNamespace',
      `The resource namespace '${namespace}' is invalid.`,
    );
  return frontDoorError(
    404,
    'InvalidResourceType',
    `The resource type '${type}' could not be found in the namespace '${namespace}' for api version '${request.apiVersion ?? ''}'.`,
  );
}
