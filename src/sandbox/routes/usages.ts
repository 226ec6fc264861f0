import { computeUsages, networkUsages, type Usage, type Where } from '../state/usages.js';
import { fromFrontDoor, fromNetwork, type Answer } from '../wire/answer.js';
import { computeUsagesType, networkType } from '../wire/versions.js';
import type { Call, Route } from './route.js';

const whereIn = ({ params }: Call): Where => ({
  subscriptionId: params['s'] ?? '',
  location: (params['location'] ?? '').toLowerCase(),
});

const network = (call: Call): Answer => {
  const { subscriptionId, location } = whereIn(call);
  const row = ({ name, words, current, limit }: Usage) => ({
    currentValue: current,
    id: `/subscriptions/${subscriptionId}/providers/Microsoft.Network/locations/${location}/usages/${name}`,
    limit,
    name: { localizedValue: words, value: name },
    unit: 'Count',
  });
  return fromNetwork(200, { value: networkUsages(call.azure, whereIn(call)).map(row) });
};

const compute = (call: Call): Answer =>
  fromFrontDoor(200, {
    value: computeUsages(call.azure, whereIn(call)).map(({ name, words, current, limit }) => ({
      limit,
      unit: 'Count',
      currentValue: current,
      name: { value: name, localizedValue: words },
    })),
  });

const at = (provider: string): string =>
  `subscriptions/{s}/providers/${provider}/locations/{location}/usages`;

/** What is used and what may be (REST reference, Usages, read 2026-11-23). */
export const usageRoutes: readonly Route[] = [
  { method: 'GET', path: at('microsoft.network'), type: networkType('locations/usages'), read: network },
  { method: 'GET', path: at('microsoft.compute'), type: computeUsagesType, read: compute },
];
