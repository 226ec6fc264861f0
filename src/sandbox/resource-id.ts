/** An id of Azure Resource Manager in its parts, spelt as it was written. */
export interface ResourceId {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly provider: string;
  /** `virtualNetworks/subnets`. */
  readonly type: string;
  /** `vnet/subnet`. */
  readonly names: readonly string[];
  readonly name: string;
}

/** Ids are compared without regard to case: Azure itself changes the case of what it was given. */
export const keyOf = (id: string): string => id.toLowerCase().replace(/\/+$/, '');

export const sameId = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && keyOf(one) === keyOf(other);

/** The parts of a resource's id, or undefined for anything else. Never throws. */
export function parseId(id: string): ResourceId | undefined {
  const parts = /^\/subscriptions\/([^/]+)\/resourcegroups\/([^/]+)\/providers\/([^/]+)\/(.+)$/i.exec(
    id.trim(),
  );
  if (parts === null) return undefined;
  const [, subscriptionId = '', resourceGroup = '', provider = '', rest = ''] = parts;
  const segments = rest.replace(/\/+$/, '').split('/');
  if (segments.length % 2 !== 0) return undefined;
  const names = segments.filter((_, index) => index % 2 === 1);
  const type = segments.filter((_, index) => index % 2 === 0).join('/');
  return { subscriptionId, resourceGroup, provider, type, names, name: names.at(-1) ?? '' };
}

export const groupKeyOf = (subscriptionId: string, resourceGroup: string): string =>
  `${subscriptionId}/${resourceGroup}`.toLowerCase();

export const clusterIdOf = (subscriptionId: string, resourceGroup: string, name: string): string =>
  `/subscriptions/${subscriptionId}/resourcegroups/${resourceGroup}/providers/Microsoft.ContainerService/managedClusters/${name}`;

export const networkIdOf = (subscriptionId: string, resourceGroup: string, path: string): string =>
  `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Network/${path}`;

/** The key of a lock: its id, lower case. */
export const lockKeyOf = (lock: { readonly scope: string; readonly name: string }): string =>
  keyOf(`${lock.scope}/providers/Microsoft.Authorization/locks/${lock.name}`);

/** True for a scope itself and for everything below it. */
export const isBelow = (id: string, scope: string): boolean => `${keyOf(id)}/`.startsWith(`${keyOf(scope)}/`);
