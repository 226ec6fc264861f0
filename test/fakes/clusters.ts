import type { ClusterSketch } from './cluster-sketch.js';

// Sketches of clusters that tests speak of by name: `readingOf(ownWithGateway)`, `factsOf({ ...ownWithGateway, ... })`.

/** Load balancer on a network that AKS made: the ordinary cluster. */
export const managedLoadBalancer: ClusterSketch = {
  name: 'shop-test',
  network: 'managed',
  outboundType: 'loadBalancer',
  addresses: ['203.0.113.61'],
  services: [{ name: 'kubernetes-shop', address: '203.0.113.5' }],
};

export const managedNatGateway: ClusterSketch = {
  name: 'shop-nat',
  network: 'managed',
  outboundType: 'managedNATGateway',
  natGatewaySku: 'Standard',
  addresses: ['203.0.113.70', '203.0.113.71'],
};

export const standardV2: ClusterSketch = {
  name: 'shop-v2',
  network: 'managed',
  outboundType: 'managedNATGateway',
  natGatewaySku: 'StandardV2',
  addresses: ['203.0.113.80/31'],
  apiVersion: '2026-06-01',
};

/** Load balancer on the customer's network, nothing attached to the subnets. */
export const ownLoadBalancer: ClusterSketch = {
  name: 'payments-prod',
  network: 'own',
  outboundType: 'loadBalancer',
  addresses: ['203.0.113.17', '203.0.113.92'],
  services: [{ name: 'payments-api', address: '203.0.113.5' }],
};

/** As before, with a NAT gateway attached to every node subnet: it already carries the traffic. */
export const ownWithGateway: ClusterSketch = {
  ...ownLoadBalancer,
  subnets: { 'snet-system': { gateway: 'nat-one' }, 'snet-apps': { gateway: 'nat-one' } },
  gateways: { 'nat-one': { addresses: ['198.51.100.40/30'] } },
};

/** As before, with a route table whose default route leads to a firewall. */
export const ownWithRouteTable: ClusterSketch = {
  ...ownLoadBalancer,
  subnets: { 'snet-system': { routeTable: 'rt-one' }, 'snet-apps': { routeTable: 'rt-one' } },
  routeTables: { 'rt-one': { nextHopType: 'VirtualAppliance', nextHopIpAddress: '10.9.0.4' } },
};

/** Own gateway declared and attached. */
export const ownNatGateway: ClusterSketch = {
  ...ownWithGateway,
  name: 'payments-nat',
  outboundType: 'userAssignedNATGateway',
  addresses: [],
};

/** User-defined routing declared, the route in place. */
export const userDefinedRouting: ClusterSketch = {
  ...ownWithRouteTable,
  name: 'payments-udr',
  outboundType: 'userDefinedRouting',
  addresses: [],
};

/** Frozen by Azure: nodes are provisioned automatically. */
export const nodeAutoProvisioning: ClusterSketch = {
  ...managedLoadBalancer,
  name: 'shop-nap',
  nodeProvisioningMode: 'Auto',
};

export const automatic: ClusterSketch = {
  ...managedNatGateway,
  name: 'shop-automatic',
  skuName: 'Automatic',
  nodeProvisioningMode: 'Auto',
};

/** Load balancer whose API server only lets listed ranges in. */
export const withAuthorizedRanges: ClusterSketch = {
  ...ownWithGateway,
  authorizedIPRanges: ['203.0.113.17/32', '203.0.113.92/32', '192.0.2.0/24'],
};
