import { textAt, type JsonObject } from '../json.js';
import { parseId } from '../resource-id.js';
import type { Azure } from '../state/azure.js';
import { fromFrontDoor, fromNetwork, type Answer } from '../wire/answer.js';
import { computeUsagesType, networkType } from '../wire/versions.js';
import type { Call, Route } from './route.js';

const usage = (
  name: readonly [value: string, localizedValue: string],
  currentValue: number,
  limit: number,
): JsonObject => ({
  currentValue,
  limit,
  name: { value: name[0], localizedValue: name[1] },
  unit: 'Count',
});

/** As many as most subscriptions have to begin with; Azure raises them on request. */
const limits = { addresses: 1000, gateways: 500, cores: 350 };

/** Those that somebody has looked at: a tenant of 10,000 clusters is not built to count them. */
const ofType = (azure: Azure, { params }: Call, type: string): readonly JsonObject[] => {
  const [subscriptionId, location] = [params['s'] ?? '', params['l'] ?? ''];
  return [...azure.resources].flatMap(([key, body]) => {
    const id = parseId(key);
    const isHere = textAt(body, 'location').replaceAll(' ', '').toLowerCase() === location.toLowerCase();
    const isOne = id?.type === type && id.subscriptionId === subscriptionId.toLowerCase();
    return isHere && isOne ? [body] : [];
  });
};

function network(call: Call): Answer {
  const addresses = ofType(call.azure, call, 'publicipaddresses');
  const standard = addresses.filter((body) => textAt(body, 'sku', 'name').startsWith('Standard')).length;
  const gateways = ofType(call.azure, call, 'natgateways').length;
  return fromNetwork(200, {
    value: [
      usage(['PublicIPAddresses', 'Public IP Addresses'], addresses.length, limits.addresses),
      usage(['StandardSkuPublicIpAddresses', 'Public IPv4 Addresses - Standard'], standard, limits.addresses),
      usage(['NatGateways', 'Nat Gateways'], gateways, limits.gateways),
    ],
  });
}

const compute = (): Answer =>
  fromFrontDoor(200, {
    value: [
      usage(['cores', 'Total Regional vCPUs'], 48, limits.cores),
      usage(['virtualMachineScaleSets', 'Virtual Machine Scale Sets'], 6, 2500),
    ],
  });

export const usageRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: 'subscriptions/{s}/providers/microsoft.network/locations/{l}/usages',
    type: networkType('locations/usages'),
    read: network,
  },
  {
    method: 'GET',
    path: 'subscriptions/{s}/providers/microsoft.compute/locations/{l}/usages',
    type: computeUsagesType,
    read: compute,
  },
];
