import { nodeGroupResources, type OutboundAddress } from '../../change/node-group.js';
import { clusterIdOf } from '../../resource-id.js';
import type { Plot } from '../scenario.js';
import { clusterBody, managedAddressIds, nodeGroupOf } from './cluster-body.js';
import type { ClusterSpec } from './cluster-spec.js';
import { firewallResources } from './firewall-spec.js';
import { networkResources } from './network-spec.js';

/** The plot of a cluster: its body, its own network, its node resource group. */
export function plotOf(seed: number, spec: ClusterSpec): Plot {
  const { subscriptionId, name, resourceGroup, location, network } = spec;
  const cluster = (): ReturnType<Plot['cluster']> => clusterBody(seed, spec);
  return {
    subscriptionId,
    clusterId: clusterIdOf(subscriptionId, resourceGroup, name),
    clusterName: name,
    groups: [
      { name: resourceGroup, location },
      { name: nodeGroupOf(spec), location },
      ...(network === undefined || network.resourceGroup === resourceGroup
        ? []
        : [{ name: network.resourceGroup, location: network.location }]),
    ],
    cluster,
    build() {
      const body = cluster();
      const sku = spec.natGatewaySku ?? 'Standard';
      const ids = managedAddressIds(seed, spec);
      const outbound = (spec.addresses ?? []).map((address, index): OutboundAddress => ({
        id: ids[index] ?? '',
        address,
        sku,
      }));
      const services = spec.services ?? [];
      return {
        services,
        resources: [
          body,
          ...(network === undefined ? [] : networkResources(seed, network)),
          ...(network?.firewall === undefined ? [] : firewallResources(seed, network, network.firewall)),
          ...nodeGroupResources({ seed, cluster: body, outbound, services }),
        ],
      };
    },
  };
}
