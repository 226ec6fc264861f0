import { networkIdOf } from '../resource-id.js';
import type { HubSpec } from './building/peering.js';
import type { AccountSeed, SubscriptionSeed, TenantSeed } from './scenario.js';

/** A made-up company that most scenarios take place in. */
export const contoso: TenantSeed = {
  id: 'c0450000-0000-4000-8000-000000000001',
  displayName: 'Contoso',
  defaultDomain: 'contoso.example',
  consent: 'given',
};

export const fabrikam: TenantSeed = {
  id: 'fab00000-0000-4000-8000-000000000002',
  displayName: 'Fabrikam',
  defaultDomain: 'fabrikam.example',
  consent: 'given',
};

const subscription = (number: number, displayName: string, tenant: TenantSeed): SubscriptionSeed => ({
  id: `5b000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  displayName,
  tenantId: tenant.id,
});

export const production = subscription(1, 'Contoso Production', contoso);
export const platform = subscription(2, 'Contoso Platform', contoso);
export const staging = subscription(3, 'Contoso Staging', contoso);
export const legacy = subscription(4, 'Contoso Legacy', contoso);
export const finance = subscription(5, 'Contoso Finance', contoso);
export const partner = subscription(6, 'Fabrikam Web', fabrikam);

/** Where Contoso's firewall stands, at 10.0.0.4; its other networks are peered with it. */
export const hub: HubSpec = {
  id: networkIdOf(platform.id, 'rg-hub', 'virtualNetworks/vnet-hub'),
  name: 'vnet-hub',
  addressPrefix: '10.0.0.0/16',
};

export const contosoAccount = (
  tenants: readonly TenantSeed[] = [contoso],
  isSignedIn = true,
): AccountSeed => ({
  id: 'alex.contoso',
  label: 'alex@contoso.example',
  tenantIds: tenants.map(({ id }) => id),
  isSignedIn,
});

/** Where a cluster of a subscription stands. */
export const place = (
  { id, tenantId }: SubscriptionSeed,
  resourceGroup: string,
  location = 'switzerlandnorth',
): {
  readonly subscriptionId: string;
  readonly tenantId: string;
  readonly resourceGroup: string;
  readonly location: string;
} => ({ subscriptionId: id, tenantId, resourceGroup, location });
