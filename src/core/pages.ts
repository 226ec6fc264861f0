import type { Dated } from './source.js';

/** The day on which every page below was read. */
const readOn = '2026-11-23';

/** Pages of Microsoft's (and issues where no page says it) that this product's knowledge stands on. */
export const pages = {
  outboundTypes: {
    what: 'AKS docs, Customize cluster egress with outbound types, ms.date 2026-08-05',
    source: 'https://learn.microsoft.com/azure/aks/egress-outboundtype',
    readOn,
  },
  natGateway: {
    what: 'AKS docs, Create a managed or user-assigned NAT gateway, ms.date 2026-07-07',
    source: 'https://learn.microsoft.com/azure/aks/nat-gateway',
    readOn,
  },
  userDefinedRouting: {
    what: 'AKS docs, Customize cluster egress with a user-defined routing table, ms.date 2023-05-10',
    source: 'https://learn.microsoft.com/azure/aks/egress-udr',
    readOn,
  },
  limitEgress: {
    what: 'AKS docs, Control egress traffic using Azure Firewall, ms.date 2023-12-05',
    source: 'https://learn.microsoft.com/azure/aks/limit-egress-traffic',
    readOn,
  },
  loadBalancer: {
    what: 'AKS docs, Use a public standard load balancer, ms.date 2024-01-23',
    source: 'https://learn.microsoft.com/azure/aks/load-balancer-standard',
    readOn,
  },
  basicLoadBalancer: {
    what: 'AKS docs, Upgrade from Basic Load Balancer, ms.date 2025-08-29',
    source: 'https://learn.microsoft.com/azure/aks/upgrade-basic-load-balancer-on-aks',
    readOn,
  },
  authorizedRanges: {
    what: 'AKS docs, API server authorized IP ranges, ms.date 2026-08-03',
    source: 'https://learn.microsoft.com/azure/aks/api-server-authorized-ip-ranges',
    readOn,
  },
  networkIsolated: {
    what: 'AKS docs, Network isolated clusters, ms.date 2025-06-20',
    source: 'https://learn.microsoft.com/azure/aks/network-isolated',
    readOn,
  },
  networkIsolatedConcepts: {
    what: 'AKS docs, Network isolated cluster concepts, ms.date 2026-06-15',
    source: 'https://learn.microsoft.com/azure/aks/concepts-network-isolated',
    readOn,
  },
  nodeAutoProvisioning: {
    what: 'AKS docs, Node auto-provisioning, ms.date 2026-02-15',
    source: 'https://learn.microsoft.com/azure/aks/node-auto-provisioning',
    readOn,
  },
  kubenet: {
    what: 'AKS docs, Configure kubenet networking, ms.date 2026-04-16',
    source: 'https://learn.microsoft.com/azure/aks/configure-kubenet',
    readOn,
  },
  startStop: {
    what: 'AKS docs, Stop and start a cluster, ms.date 2026-07-21',
    source: 'https://learn.microsoft.com/azure/aks/start-stop-cluster',
    readOn,
  },
  eTags: {
    what: 'AKS docs, Use eTags, ms.date 2024-06-10',
    source: 'https://learn.microsoft.com/azure/aks/use-etags',
    readOn,
  },
  standardV2: {
    what: 'AKS engineering blog, Announcing StandardV2 NAT Gateway for AKS-managed egress, 2026-09-29',
    source: 'https://blog.aks.azure.com/',
    readOn,
  },
  natSku: {
    what: 'Azure NAT Gateway docs, NAT gateway SKUs, ms.date 2026-07-27',
    source: 'https://learn.microsoft.com/azure/nat-gateway/nat-sku',
    readOn,
  },
  loadBalancerOutbound: {
    what: 'Azure Load Balancer docs, Outbound connections (SNAT)',
    source: 'https://learn.microsoft.com/azure/load-balancer/load-balancer-outbound-connections',
    readOn,
  },
  armTypes: {
    what: 'ARM types of Microsoft.ContainerService (bicep-types-az, 2026-08-20)',
    source: 'https://github.com/Azure/bicep-types-az',
    readOn,
  },
  managedNatOnOwnNetwork: {
    what: 'cluster-api-provider-azure issue 5429, ManagedNATGatewayWithCustomVNetNotAllowed',
    source: 'https://github.com/kubernetes-sigs/cluster-api-provider-azure/issues/5429',
    readOn,
  },
  profileWithRouting: {
    what: 'terraform-provider-azurerm issue 28541, load balancer profile beside userDefinedRouting',
    source: 'https://github.com/hashicorp/terraform-provider-azurerm/issues/28541',
    readOn,
  },
} as const satisfies Readonly<Record<string, Dated>>;
