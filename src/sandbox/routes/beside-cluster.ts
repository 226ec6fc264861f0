import { fromAks, type Answer } from '../wire/answer.js';
import { aksType, extensionsType } from '../wire/versions.js';
import { clusterIdIn, clusterMissing, clusterNow } from './cluster-here.js';
import type { Call, Route } from './route.js';

const inCluster =
  'subscriptions/{s}/resourcegroups/{g}/providers/microsoft.containerservice/managedclusters/{n}';

/** None of the scenarios' clusters has any: the list is there, and empty. */
const emptyList = (call: Call): Answer =>
  clusterNow(call, clusterIdIn(call)) === undefined ? clusterMissing(call) : fromAks(200, { value: [] });

export const besideClusterRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${inCluster}/maintenanceconfigurations`,
    type: aksType('managedClusters/maintenanceConfigurations'),
    read: emptyList,
  },
  {
    method: 'GET',
    path: `${inCluster}/providers/microsoft.kubernetesconfiguration/extensions`,
    type: extensionsType,
    read: emptyList,
  },
];
