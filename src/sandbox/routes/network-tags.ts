import { guidOf } from '../chance.js';
import { isObject, objectOf, present } from '../json.js';
import { keyOf, networkIdOf } from '../resource-id.js';
import { staleETag } from '../rules/network.js';
import { resourceAt } from '../state/azure.js';
import { fromNetwork, networkError, type Answer } from '../wire/answer.js';
import { networkType } from '../wire/versions.js';
import { missing, networkNow } from './network.js';
import type { AcceptedCall, Call, Route } from './route.js';

const idIn = ({ params }: Call, type: string): string =>
  networkIdOf(params['s'] ?? '', params['g'] ?? '', `${type}/${params['n'] ?? ''}`);

const decide =
  (type: string) =>
  (call: Call): Answer | undefined => {
    const id = idIn(call, type);
    const before = resourceAt(call.azure, id);
    if (before === undefined) return missing(call, type, `${type}/${call.params['n'] ?? ''}`);
    const { body, ifMatch, ifNoneMatch } = call.request;
    const isTags = isObject(body) && (body['tags'] === undefined || isObject(body['tags']));
    return isTags
      ? staleETag({ azure: call.azure, id, before, sent: undefined, ifMatch, ifNoneMatch })
      : networkError(400, 'InvalidRequestFormat', 'Cannot parse the request.');
  };

/** Tags are there at once, without an operation (REST reference, Update Tags, read 2026-11-23). */
const apply =
  (type: string) =>
  (call: AcceptedCall): Answer => {
    const { azure, number, request } = call;
    const id = idIn(call, type);
    const before = objectOf(resourceAt(azure, id));
    const body = present({
      ...before,
      tags: objectOf(request.body)['tags'] ?? before['tags'],
      etag: `W/"${guidOf(azure.head.seed, 'etag', id, number)}"`,
    });
    azure.resources.set(keyOf(id), body);
    return fromNetwork(200, networkNow(azure, body));
  };

const tagged = [
  ...[
    'publicIPAddresses',
    'publicIPPrefixes',
    'natGateways',
    'routeTables',
    'virtualNetworks',
    'loadBalancers',
  ],
];

export const networkTagRoutes: readonly Route[] = tagged.map((type): Route => ({
  method: 'PATCH',
  path: `subscriptions/{s}/resourcegroups/{g}/providers/microsoft.network/${type.toLowerCase()}/{n}`,
  type: networkType(type),
  decide: decide(type),
  apply: apply(type),
}));
