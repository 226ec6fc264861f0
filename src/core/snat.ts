/**
 * Ports for outbound connections (SNAT): how many a node gets, and what fits.
 * Sources: Azure Load Balancer docs, Outbound connections; AKS docs, Use a public standard load balancer
 * (ms.date 2024-01-23); AKS docs, NAT gateway (ms.date 2026-07-07); all read 2026-11-23.
 */

/** Usable ports of one frontend address of a load balancer. */
export const portsPerLoadBalancerAddress = 64_000;
/** Ports of one public address of a NAT gateway, shared by all nodes on demand. */
export const portsPerNatGatewayAddress = 64_512;
/** Addresses of one NAT gateway. */
export const maxNatGatewayAddresses = 16;
/** Connections of one NAT gateway address to one destination (address, port, protocol). */
export const connectionsPerDestination = 50_000;
/** Ports of Azure Firewall per public address and instance. AKS docs, Control egress traffic, read 2026-11-23. */
export const portsPerFirewallAddressAndInstance = 2_496;

/** Nodes in the backend pool up to `nodes` get `ports` each per frontend address, when nothing is allocated. */
export const automaticAllocation: readonly { readonly nodes: number; readonly ports: number }[] = [
  { nodes: 50, ports: 1_024 },
  { nodes: 100, ports: 512 },
  { nodes: 200, ports: 256 },
  { nodes: 400, ports: 128 },
  { nodes: 800, ports: 64 },
  { nodes: 1_000, ports: 32 },
];

/** Automatic allocation never gives a node more, however many addresses there are. */
export const maxAutomaticPorts = 1_024;

/** Ports of each node under automatic allocation; undefined above 1,000 nodes, where the table ends. */
export function automaticPorts(nodes: number, addresses: number): number | undefined {
  const row = automaticAllocation.find((candidate) => nodes <= candidate.nodes);
  return row === undefined ? undefined : Math.min(row.ports * Math.max(0, addresses), maxAutomaticPorts);
}

/** Nodes that fit when each gets `portsPerNode`; no limit for 0, which means automatic. */
export const nodesThatFit = (portsPerNode: number, addresses: number): number =>
  portsPerNode <= 0
    ? Number.POSITIVE_INFINITY
    : Math.floor((portsPerLoadBalancerAddress * addresses) / portsPerNode);

/** Load balancer addresses that so many nodes need. */
export const addressesNeeded = (portsPerNode: number, nodes: number): number =>
  Math.max(1, Math.ceil((portsPerNode * nodes) / portsPerLoadBalancerAddress));

/** The most ports per node that fit, in Azure's steps of 8; at most what one address has. */
export const mostPortsPerNode = (nodes: number, addresses: number): number =>
  nodes <= 0
    ? portsPerLoadBalancerAddress
    : Math.min(
        portsPerLoadBalancerAddress,
        Math.floor((portsPerLoadBalancerAddress * addresses) / nodes / 8) * 8,
      );

/** Ports that each node has of a NAT gateway on average; it may use more while others use less. */
export const natPortsPerNode = (addresses: number, nodes: number): number =>
  Math.floor((portsPerNatGatewayAddress * addresses) / Math.max(1, nodes));

/**
 * Nodes that an upgrade adds to a pool of this size. A percentage is rounded up; unsaid means 10 % and at
 * least one (the SDK's comment says 10 %, the AKS page one buffer node: the larger of the two).
 */
export function surgeOf(maxSurge: string | undefined, poolSize: number): number {
  if (poolSize <= 0) return 0;
  const text = maxSurge?.trim() ?? '';
  const percent = /^(\d{1,4})%$/.exec(text)?.[1];
  if (percent !== undefined) return Math.ceil((Number(percent) * poolSize) / 100);
  if (/^\d{1,6}$/.test(text)) return Number(text);
  return Math.max(1, Math.ceil(poolSize / 10));
}
