import { isObject, textOf, type Json } from '../json.js';
import { isBelow, parseId } from '../resource-id.js';
import type { Azure } from '../state/azure.js';
import { isAllowed } from '../state/permissions.js';
import { denied, policyRefusal, type Scope } from '../faulting.js';
import type { Caller } from '../token.js';
import { frontDoorError, type Answer } from '../wire/answer.js';
import type { Received } from '../wire/received.js';

/** The front door's refusal of somebody who may not do this, here or on what the body refers to. */
export function accessRefusal(
  azure: Azure,
  request: Received,
  caller: Caller,
  scope: Scope,
): Answer | undefined {
  if (azure.scenario.permissions === undefined) return undefined;
  if (!isAllowed(azure, scope.id, scope.action)) return denied(request, caller, scope);
  if (request.method !== 'PUT' || request.body === undefined) return undefined;
  const linked = joined(request.body).filter(({ id, action }) => !isAllowed(azure, id, action));
  if (linked.length === 0) return undefined;
  // Azure docs, Resolve LinkedAuthorizationFailed, read 2026-11-23.
  return frontDoorError(
    403,
    'LinkedAuthorizationFailed',
    `The client '${caller.label}' with object id '${caller.objectId}' has permission to perform action '${scope.action}' on scope '${scope.id}'; however, it does not have permission to perform action(s) '${linked.map(({ action }) => action).join(',')}' on the linked scope(s) '${linked.map(({ id }) => id).join(',')}' (respectively) or the linked scope(s) are invalid.`,
  );
}

const joinable = [
  ...['virtualnetworks/subnets', 'natgateways', 'routetables', 'publicipaddresses', 'publicipprefixes'],
  'networksecuritygroups',
];

interface Linked {
  readonly id: string;
  readonly action: string;
}

/** What a body refers to that one must be allowed to join. */
function joined(body: Json): readonly Linked[] {
  const found = new Map<string, Linked>();
  const look = (value: Json | undefined, key: string): void => {
    const text = textOf(value);
    const parts = text === undefined || /^(etag|name|type)$/i.test(key) ? undefined : parseId(text);
    if (text !== undefined && parts !== undefined && joinable.includes(parts.type.toLowerCase()))
      found.set(text.toLowerCase(), { id: text, action: `${parts.provider}/${parts.type}/join/action` });
    if (Array.isArray(value)) for (const item of value as readonly Json[]) look(item, key);
    else if (isObject(value))
      for (const [name, inner] of Object.entries(value)) if (!backward.includes(name)) look(inner, name);
  };
  if (isObject(body)) look(body['properties'], 'properties');
  return [...found.values()];
}

/** Azure's own references back to what uses a resource; sent back they are nobody's wish. */
const backward = ['effectiveOutboundIPs', 'subnets', 'ipConfigurations', 'ipConfiguration', 'natGatewayOf'];

/** A deny policy's refusal of a write to a resource of a type. */
export function policyDenial(azure: Azure, type: string, scope: Scope): Answer | undefined {
  const policy = (azure.scenario.policies ?? []).find(
    (one) =>
      isBelow(scope.id, one.scope) && one.denies.some((kind) => kind.toLowerCase() === type.toLowerCase()),
  );
  return policy === undefined ? undefined : policyRefusal(policy.displayName, scope, policy);
}
