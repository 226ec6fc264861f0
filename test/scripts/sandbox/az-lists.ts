import type { Sandbox } from '../../../src/sandbox/entry.js';
import { clusterIdOf, networkIdOf } from '../../../src/sandbox/resource-id.js';
import { production } from '../../sandbox/caller.js';

/** A command of the Azure CLI and what must come of it. */
export interface AzCommand {
  /** Without `az`; quotes as a shell has them. */
  readonly az: string;
  /** 0 when left out. 1 is the service's refusal, 2 the command line's own, 3 not found. */
  readonly exit?: number;
  readonly out?: string | RegExp;
  readonly err?: string | RegExp;
  /** The versions (2.x) that the command is for; all when left out. */
  readonly from?: number;
  readonly until?: number;
  /** What somebody does to the sandbox before. */
  readonly before?: (sandbox: Sandbox) => Promise<unknown>;
}

const q = (query: string): string => `--query "${query}" -o tsv`;
const orders = networkIdOf(production, 'rg-orders-network', '');
const paymentsSubnet = networkIdOf(
  production,
  'rg-payments-network',
  'virtualNetworks/vnet-payments/subnets/snet-aks',
);
const ordersSubnet = `${orders}virtualNetworks/vnet-orders/subnets/snet-aks`;

/** Commands that do not depend on those of other lists: each list has a shell of its own. */
export const azLists: Readonly<Record<string, readonly AzCommand[]>> = {
  'aks: reading and changing': [
    { az: `aks list ${q("[?name=='vault-prod'].resourceGroup")}`, out: 'rg-vault' },
    { az: `aks show -g RG-SHOP -n SHOP-PROD ${q('name')}`, out: 'shop-prod' },
    { az: 'aks show -g rg-shop -n nobody', exit: 3, err: 'ResourceNotFound' },
    {
      az: `aks update -g rg-shop -n shop-prod --load-balancer-managed-outbound-ip-count 2 ${q('length(networkProfile.loadBalancerProfile.effectiveOutboundIPs)')}`,
      out: '2',
    },
    { az: `aks update -g rg-shop -n shop-prod --tags a=b ${q('tags.a')}`, out: 'b' },
    {
      az: `aks update -g rg-shop -n shop-prod --api-server-authorized-ip-ranges 8.8.8.0/24 ${q('apiServerAccessProfile.authorizedIpRanges')}`,
      out: '8.8.8.0/24',
    },
    {
      az: `aks update -g rg-shop -n shop-prod --outbound-type managedNATGateway --nat-gateway-managed-outbound-ip-count 2 --nat-gateway-idle-timeout 10 ${q('[networkProfile.outboundType, to_string(length(networkProfile.natGatewayProfile.effectiveOutboundIPs))]')}`,
      out: /managedNATGateway\s+2/,
      from: 74,
    },
    { az: 'aks update -g rg-shop -n shop-prod --outbound-type block', exit: 2, err: 'outbound-type' },
    { az: 'aks update -g rg-shop -n shop-prod --outbound-type none', exit: 2, until: 73 },
    {
      az: `aks update -g rg-edge -n edge-prod --nat-gateway-managed-outbound-ip-count 3 ${q('networkProfile.natGatewayProfile.managedOutboundIPProfile.count || networkProfile.natGatewayProfile.managedOutboundIpProfile.count')}`,
      out: '3',
    },
    {
      az: 'aks update -g rg-orders -n orders-prod --outbound-type none',
      exit: 1,
      err: 'InvalidNetworkIsolatedClusterConfiguration',
      from: 74,
    },
    {
      az: 'aks update -g rg-orders -n orders-prod --outbound-type userDefinedRouting',
      exit: 1,
      err: 'ExistingRouteTableNotAssociatedWithSubnet',
      from: 74,
    },
    {
      az: 'aks update -g rg-orders -n orders-prod --outbound-type userAssignedNATGateway --no-wait',
      from: 74,
    },
    { az: 'aks wait -g rg-orders -n orders-prod --updated --interval 1', from: 74 },
    {
      az: `aks show -g rg-orders -n orders-prod ${q('[networkProfile.outboundType, provisioningState]')}`,
      out: /userAssignedNATGateway\s+Succeeded/,
      from: 74,
    },
    {
      az: 'aks update -g rg-payments -n payments-prod --outbound-type userDefinedRouting --no-wait',
      from: 74,
      before: (sandbox) =>
        sandbox.addFault({
          kind: 'hold',
          clusterId: clusterIdOf(production, 'rg-payments', 'payments-prod'),
        }),
    },
    { az: 'aks operation-abort -g rg-payments -n payments-prod', from: 74 },
    {
      az: `aks show -g rg-payments -n payments-prod ${q('provisioningState')}`,
      out: 'Canceled',
      from: 74,
    },
    { az: `aks nodepool list -g rg-ledger --cluster-name ledger-prod ${q('length(@)')}`, out: '2' },
    { az: 'aks get-credentials -g rg-ledger -n ledger-prod -f -', out: /current-context: ledger-prod/ },
    { az: 'aks stop -g rg-edge -n edge-prod' },
    { az: 'aks start -g rg-edge -n edge-prod' },
  ],
  'aks: making, deleting and being refused': [
    {
      az: `aks create -g rg-search -n made --no-ssh-key --yes ${q('[provisioningState, networkProfile.outboundType]')}`,
      out: /Succeeded\s+loadBalancer/,
    },
    { az: `aks list -g rg-search ${q('length(@)')}`, out: '2' },
    {
      az: `aks update -g rg-search -n made --load-balancer-managed-outbound-ip-count 2 --load-balancer-outbound-ips ${orders}publicIPAddresses/pip-ng-orders`,
      exit: 1,
      err: 'InvalidLoadBalancerProfile',
    },
    { az: 'aks delete -g rg-search -n made --yes' },
    { az: 'aks show -g rg-search -n made', exit: 3, err: 'NotFound' },
    {
      az: `aks create -g rg-search -n made --no-ssh-key -l westeurope --outbound-type managedNATGateway --nat-gateway-managed-outbound-ip-count 2 --nat-gateway-idle-timeout 10 ${q('networkProfile.outboundType')}`,
      out: 'managedNATGateway',
    },
    {
      az: `aks create -g rg-vault -n routed --no-ssh-key --network-plugin azure --outbound-type userDefinedRouting --vnet-subnet-id ${paymentsSubnet} ${q('networkProfile.outboundType')}`,
      out: 'userDefinedRouting',
      from: 74,
    },
    {
      az: `aks create -g rg-vault -n refused --no-ssh-key --outbound-type userAssignedNATGateway --vnet-subnet-id ${paymentsSubnet} --skip-subnet-role-assignment`,
      exit: 1,
      err: 'SubnetNotAssociatedWithNATGateway',
    },
    {
      az: `aks create -g rg-vault -n refused --no-ssh-key --network-plugin azure --outbound-type userDefinedRouting --vnet-subnet-id ${ordersSubnet} --skip-subnet-role-assignment`,
      exit: 1,
      err: 'ExistingRouteTableNotAssociatedWithSubnet',
    },
    {
      az: `aks create -g rg-vault -n refused --no-ssh-key --outbound-type managedNATGateway --vnet-subnet-id ${ordersSubnet} --skip-subnet-role-assignment`,
      exit: 1,
    },
    {
      az: 'aks create -g rg-search -n refused --no-ssh-key --outbound-type userDefinedRouting',
      exit: 1,
      err: /--vnet-subnet-id must be specified/,
    },
    {
      az: 'aks create -g rg-search -n refused --no-ssh-key --outbound-type none',
      exit: 1,
      err: 'InvalidNetworkIsolatedClusterConfiguration',
      from: 74,
    },
    {
      az: 'aks update -g rg-vault -n vault-prod --load-balancer-managed-outbound-ip-count 2',
      exit: 1,
      err: /load balancer/i,
      from: 74,
    },
    {
      az: `feature show --namespace Microsoft.ContainerService -n SomePreview ${q('properties.state')}`,
      out: 'NotRegistered',
    },
    {
      az: `feature register --namespace Microsoft.ContainerService -n SomePreview ${q('properties.state')}`,
      out: 'Registering',
    },
    { az: `feature list --namespace Microsoft.ContainerService ${q('length(@) > `0`')}`, out: 'true' },
    { az: 'feature unregister --namespace Microsoft.ContainerService -n SomePreview' },
    { az: `provider show -n Microsoft.ContainerService ${q('registrationState')}`, out: 'Registered' },
    { az: 'provider register -n Microsoft.ContainerService' },
    { az: `provider list ${q("[?namespace=='Microsoft.Network'].registrationState")}`, out: 'Registered' },
  ],
  network: [
    { az: 'network public-ip create -g rg-orders-network -n pip1 --sku Standard' },
    {
      az: `network public-ip show -g rg-orders-network -n pip1 ${q('ipAddress')}`,
      out: /^\d+\.\d+\.\d+\.\d+$/,
    },
    { az: `network public-ip list -g rg-orders-network ${q('length(@)')}`, out: '2' },
    { az: `network public-ip list ${q('length(@) > `5`')}`, out: 'true' },
    { az: 'network public-ip prefix create -g rg-orders-network -n pre1 --length 31' },
    {
      az: 'network nat gateway create -g rg-orders-network -n ng1 --public-ip-addresses pip1 --idle-timeout 10',
    },
    { az: 'network nat gateway update -g rg-orders-network -n ng1 --public-ip-prefixes pre1' },
    { az: `network nat gateway show -g rg-orders-network -n ng1 ${q('idleTimeoutInMinutes')}`, out: '10' },
    { az: 'network route-table create -g rg-orders-network -n rt1' },
    {
      az: 'network route-table route create -g rg-orders-network --route-table-name rt1 -n default --address-prefix 0.0.0.0/0 --next-hop-type VirtualAppliance --next-hop-ip-address 10.0.0.4',
    },
    {
      az: `network route-table route list -g rg-orders-network --route-table-name rt1 ${q('[].name')}`,
      out: 'default',
    },
    {
      az: 'network vnet subnet create -g rg-orders-network --vnet-name vnet-orders -n s2 --address-prefixes 10.10.8.0/24',
    },
    { az: 'network vnet subnet update -g rg-orders-network --vnet-name vnet-orders -n s2 --nat-gateway ng1' },
    { az: 'network vnet subnet update -g rg-orders-network --vnet-name vnet-orders -n s2 --route-table rt1' },
    {
      az: `network vnet subnet show -g rg-orders-network --vnet-name vnet-orders -n s2 ${q("join(' ', [natGateway.id, routeTable.id])")}`,
      out: /natGateways\/ng1 .*routeTables\/rt1$/,
    },
    { az: 'network nat gateway delete -g rg-orders-network -n ng1', exit: 1, err: 'NatGatewayInUse' },
    {
      az: 'network public-ip delete -g rg-orders-network -n pip1',
      exit: 1,
      err: /PublicIPAddress.*InUse|CannotBeDeleted/,
    },
    {
      az: 'network vnet subnet update -g rg-orders-network --vnet-name vnet-orders -n s2 --remove natGateway',
    },
    { az: 'network nat gateway delete -g rg-orders-network -n ng1' },
    { az: 'network public-ip delete -g rg-orders-network -n pip1' },
    { az: `network vnet list -g rg-orders-network ${q('[].name')}`, out: 'vnet-orders' },
    { az: `network list-usages -l westeurope ${q('length(@) > `0`')}`, out: 'true' },
  ],
  'the rest': [
    { az: `account list ${q('length(@)')}`, out: '5' },
    {
      az: `account get-access-token --resource https://management.azure.com/ ${q('tokenType')}`,
      out: 'Bearer',
    },
    {
      az: 'rest --method get --url "/subscriptions/{subscriptionId}/resourceGroups/rg-shop?api-version=2021-04-01" --query name -o tsv',
      out: 'rg-shop',
    },
    {
      az: 'rest --method get --url "/subscriptions/{subscriptionId}/providers/Microsoft.Nothing/at?api-version=2021-04-01"',
      exit: 1,
      err: 'InvalidResourceNamespace',
    },
    { az: `resource list -g rg-shop ${q('[].name')}`, out: 'shop-prod' },
    { az: `group show -n rg-shop ${q('location')}`, out: 'switzerlandnorth' },
    { az: 'group exists -n rg-shop', out: 'true' },
    { az: 'group exists -n rg-nowhere', out: 'false' },
    { az: `group create -n rg-made -l westeurope ${q('properties.provisioningState')}`, out: 'Succeeded' },
    { az: 'group delete -n rg-made --yes' },
    { az: `vm list-usage -l westeurope ${q('length(@) > `0`')}`, out: 'true' },
  ],
};
