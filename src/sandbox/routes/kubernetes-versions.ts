import type { JsonObject } from '../json.js';
import { fromAks, type Answer } from '../wire/answer.js';
import { aksType } from '../wire/versions.js';
import type { Call, Route } from './route.js';

/** The minor versions that the scenarios' clusters have and the one after them, oldest first, with their patches. */
const minors: readonly (readonly [minor: string, patches: readonly string[]])[] = [
  ['1.33', ['1.33.6', '1.33.7']],
  ['1.34', ['1.34.3', '1.34.4']],
  ['1.35', ['1.35.0']],
];
const usual = '1.34';

/** Patches that a patch can be upgraded to: later ones of its minor version, and those of the next. */
function upgradesOf(patch: string): readonly string[] {
  const all = minors.flatMap(([, patches]) => patches);
  const next = minors.findIndex(([, patches]) => patches.includes(patch)) + 1;
  const reach = new Set(minors.slice(0, next + 1).flatMap(([, patches]) => patches));
  return all.slice(all.indexOf(patch) + 1).filter((one) => reach.has(one));
}

function versions(): Answer {
  return fromAks(200, {
    values: minors.map(([version, patches]) => ({
      version,
      capabilities: { supportPlan: ['KubernetesOfficial', 'AKSLongTermSupport'] },
      ...(version === usual ? { isDefault: true } : {}),
      patchVersions: Object.fromEntries(patches.map((patch) => [patch, { upgrades: upgradesOf(patch) }])),
    })),
  });
}

/** The same for clients of 2019. */
function orchestrators({ params }: Call): Answer {
  const value = minors.flatMap(([minor, patches]) =>
    patches.map((patch): JsonObject => ({
      orchestratorType: 'Kubernetes',
      orchestratorVersion: patch,
      ...(minor === usual && patch === patches.at(-1) ? { default: true } : {}),
      upgrades: upgradesOf(patch).map((orchestratorVersion) => ({
        orchestratorType: 'Kubernetes',
        orchestratorVersion,
      })),
    })),
  );
  return fromAks(200, {
    id: `/subscriptions/${params['s'] ?? ''}/providers/Microsoft.ContainerService/locations/${params['l'] ?? ''}/orchestrators`,
    name: 'default',
    type: 'Microsoft.ContainerService/locations/orchestrators',
    properties: { orchestrators: value },
  });
}

const location = 'subscriptions/{s}/providers/microsoft.containerservice/locations/{l}';

export const kubernetesVersionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${location}/kubernetesversions`,
    type: aksType('locations/kubernetesVersions'),
    read: versions,
  },
  {
    method: 'GET',
    path: `${location}/orchestrators`,
    type: { ...aksType('locations/orchestrators'), versions: ['2019-04-01'] },
    read: orchestrators,
  },
];
