import { concerns, type Fault } from './fault.js';
import type { PlannedEnd } from './log-entry.js';
import { keyOf } from './resource-id.js';
import type { ActiveFault, Azure } from './state/azure.js';
import type { Caller } from './token.js';
import { frontDoorError, type Answer } from './wire/answer.js';
import type { Received } from './wire/received.js';

/** Faults of a kind that are meant for a request, the oldest first. */
export function faultsFor<K extends Fault['kind']>(
  azure: Azure,
  request: Pick<Received, 'method' | 'target'>,
  ...kinds: readonly K[]
): readonly (ActiveFault & { readonly fault: Extract<Fault, { kind: K }> })[] {
  return [...azure.faults.values()].filter(
    (active): active is ActiveFault & { readonly fault: Extract<Fault, { kind: K }> } =>
      (kinds as readonly string[]).includes(active.fault.kind) && concerns(active.fault, request),
  );
}

/** What a fault answers in place of Azure; undefined lets the request pass. */
export function answerOf(
  fault: Fault,
  request: Received,
  caller: Caller | undefined,
  scope: Scope,
): Answer | undefined {
  switch (fault.kind) {
    case 'refuse': {
      const isBare = 'code' in fault.body;
      return {
        status: fault.status,
        body: fault.body,
        from: isBare ? 'aks' : 'frontDoor',
        ...(fault.headers === undefined ? {} : { headers: fault.headers }),
      };
    }
    case 'policy':
      return policyRefusal(fault.assignment ?? 'Deny public IP addresses', scope);
    case 'throttle':
      return throttled(fault.retryAfterInSeconds, caller);
    case 'html':
      return { status: 503, from: 'frontDoor', text: { contentType: 'text/html', content: unavailable } };
    case 'claims':
      return caller?.hasClaims === true ? undefined : claimsChallenge(scope);
    case 'expiredToken':
      return expiredToken(scope);
    case 'deniedSubscription':
      return scope.subscriptionId?.toLowerCase() === fault.subscriptionId.toLowerCase()
        ? denied(request, caller, scope)
        : undefined;
    case 'hold':
    case 'endOperation':
    case 'lost':
    case 'offline':
    case 'slow':
    case 'changeCluster':
    case 'changePool':
      return undefined;
  }
}

/** What a refusal speaks about. */
export interface Scope {
  readonly subscriptionId?: string;
  readonly tenantId?: string;
  /** `Microsoft.ContainerService/managedClusters/read`. */
  readonly action: string;
  readonly id: string;
  readonly name: string;
}

/** The words of Azure Policy's refusal (Azure docs, RequestDisallowedByPolicy, read 2026-11-23). */
export function policyRefusal(
  assignment: string,
  { id, name }: Scope,
  assigned?: { readonly scope: string; readonly name: string },
): Answer {
  const scope = assigned?.scope ?? /^\/subscriptions\/[^/]+/i.exec(id)?.[0] ?? '';
  const short = assigned?.name ?? 'deny';
  const info = {
    policyDefinitionDisplayName: assignment,
    policyDefinitionEffect: 'deny',
    policyDefinitionId: `${scope}/providers/Microsoft.Authorization/policyDefinitions/${short}`,
    policyDefinitionName: short,
    policyAssignmentDisplayName: assignment,
    policyAssignmentId: `${scope}/providers/Microsoft.Authorization/policyAssignments/${short}`,
    policyAssignmentName: short,
    policyAssignmentScope: scope,
  };
  return frontDoorError(
    403,
    'RequestDisallowedByPolicy',
    `Resource '${name}' was disallowed by policy. Policy identifiers: '[{"policyAssignment":{"name":"${assignment}","id":"${info.policyAssignmentId}"},"policyDefinition":{"name":"${assignment}","id":"${info.policyDefinitionId}"}}]'.`,
    {
      target: name,
      additionalInfo: [{ type: 'PolicyViolation', info }],
    },
  );
}

function throttled(seconds: number | undefined, caller: Caller | undefined): Answer {
  const who = caller?.objectId ?? 'anonymous';
  const answer = frontDoorError(
    429,
    'TooManyRequests',
    `The request is being throttled as the limit has been reached for operation type - Read. For more information, see - https://aka.ms/srpthrottlinglimits. Caller: ${who}.${seconds === undefined ? '' : ` Retry after ${seconds} seconds.`}`,
  );
  return seconds === undefined
    ? answer
    : { ...answer, headers: { ...answer.headers, 'retry-after': String(seconds) } };
}

const unavailable =
  '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">\r\n<HTML><HEAD><TITLE>Service Unavailable</TITLE>\r\n<META HTTP-EQUIV="Content-Type" Content="text/html; charset=us-ascii"></HEAD>\r\n<BODY><h2>Service Unavailable</h2>\r\n<hr><p>HTTP Error 503. The service is unavailable.</p>\r\n</BODY></HTML>\r\n';

const authority = (tenantId: string | undefined): string =>
  `https://login.microsoftonline.com/${tenantId ?? 'organizations'}`;

function claimsChallenge({ tenantId }: Scope): Answer {
  const claims = btoa(JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } }));
  const answer = frontDoorError(
    401,
    'RequestDisallowedByAzure',
    'Resource was disallowed by Azure: multifactor authentication is required for this operation.',
  );
  return {
    ...answer,
    headers: {
      ...answer.headers,
      'www-authenticate': `Bearer realm="", authorization_uri="${authority(tenantId)}/oauth2/authorize", error="insufficient_claims", claims="${claims}"`,
    },
  };
}

const unauthorized = (code: string, message: string, error: string, tenantId?: string): Answer => {
  const answer = frontDoorError(401, code, message);
  return {
    ...answer,
    headers: {
      ...answer.headers,
      'www-authenticate': `Bearer authorization_uri="${authority(tenantId)}", error="invalid_token", error_description="${error}"`,
    },
  };
};

export const expiredToken = ({ tenantId }: Pick<Scope, 'tenantId'>): Answer =>
  unauthorized(
    'ExpiredAuthenticationToken',
    'The access token expiry UTC time is earlier than current UTC time.',
    'The access token is expired.',
    tenantId,
  );

export const missingToken = (): Answer =>
  unauthorized(
    'AuthenticationFailed',
    "Authentication failed. The 'Authorization' header is missing.",
    'Could not find a bearer token.',
  );

export const invalidToken = (): Answer =>
  unauthorized('InvalidAuthenticationToken', 'The access token is invalid.', 'The access token is invalid.');

export const wrongTenant = (caller: Caller, tenantId: string): Answer =>
  unauthorized(
    'InvalidAuthenticationTokenTenant',
    `The access token is from the wrong issuer 'https://sts.windows.net/${caller.tenantId}/'. It must match the tenant 'https://sts.windows.net/${tenantId}/' associated with this subscription. Please use the authority (URL) '${authority(tenantId)}' to get the token.`,
    'The access token is from the wrong issuer.',
    tenantId,
  );

export const denied = (_request: Received, caller: Caller | undefined, { action, id }: Scope): Answer =>
  frontDoorError(
    403,
    'AuthorizationFailed',
    `The client '${caller?.label ?? ''}' with object id '${caller?.objectId ?? ''}' does not have authorization to perform action '${action}' over scope '${id}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  );

/** How an operation that is accepted now will end, and the fault that says so. */
export function plannedEnd(
  azure: Azure,
  request: Received,
  id: string,
): { readonly end: PlannedEnd; readonly faultId?: string } {
  const [active] = faultsFor(azure, request, 'endOperation').filter(
    ({ fault }) => fault.clusterId === undefined || keyOf(id).startsWith(keyOf(fault.clusterId)),
  );
  if (active === undefined) return { end: { status: 'Succeeded' } };
  const { status, error } = active.fault;
  return { end: { status, ...(error === undefined ? {} : { error }) }, faultId: active.id };
}
