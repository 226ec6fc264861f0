import type { Rule } from '../rule.js';
import { apiTooOld } from './api-too-old.js';
import { authorizedRangesMissNewAddress } from './authorized-ranges-miss-new-address.js';
import { authorizedRangesPlaceholder } from './authorized-ranges-placeholder.js';
import { availabilitySetPool } from './availability-set-pool.js';
import { blockPreview } from './block-preview.js';
import { blockWithSubnet } from './block-with-subnet.js';
import { callerCannotJoin } from './caller-cannot-join.js';
import { callerCannotWrite } from './caller-cannot-write.js';
import { clusterStopped } from './cluster-stopped.js';
import { connectionsDrop } from './connections-drop.js';
import { deleteLocked } from './delete-locked.js';
import { egressAddressChanges } from './egress-address-changes.js';
import { etagMissing } from './etag-missing.js';
import { httpProxyStays } from './http-proxy.js';
import { identityCannotJoin } from './identity-cannot-join.js';
import { idleTimeoutFalls } from './idle-timeout-falls.js';
import { isolatedExtensions } from './isolated-extensions.js';
import { isolatedK8sVersion } from './isolated-k8s-version.js';
import { isolatedKubenet } from './isolated-kubenet.js';
import { isolatedNeedsCache } from './isolated-needs-cache.js';
import { isolatedNeedsPrivateApi } from './isolated-needs-private-api.js';
import { isolatedNodePublicIp } from './isolated-node-public-ip.js';
import { isolatedOsChannel } from './isolated-os-channel.js';
import { isolatedRegistryUnfit } from './isolated-registry-unfit.js';
import { isolatedReimage } from './isolated-reimage.js';
import { isolatedWindows } from './isolated-windows.js';
import { isolationEnds } from './isolation-ends.js';
import { kubenetTableNoRights } from './kubenet-table-no-rights.js';
import { kubenetTableShared } from './kubenet-table-shared.js';
import { kubenetUdrSystemIdentity } from './kubenet-udr-system-identity.js';
import { lbBasic } from './lb-basic.js';
import { lbIdleTimeoutRange } from './lb-idle-timeout-range.js';
import { lbIpOptionsExclusive } from './lb-ip-options-exclusive.js';
import { lbManagedIpCountRange } from './lb-managed-ip-count-range.js';
import { lbPortsMultipleOf8 } from './lb-ports-multiple-of-8.js';
import { lbPortsRange } from './lb-ports-range.js';
import { lbProfileIgnored } from './lb-profile-ignored.js';
import { lbSettingsDropped } from './lb-settings-dropped.js';
import { lbShadowed } from './lb-shadowed.js';
import { lbSnatAutoThin } from './lb-snat-auto-thin.js';
import { lbSnatCapacity } from './lb-snat-capacity.js';
import { maintenancePlanned } from './maintenance-planned.js';
import { managedNatWithSubnet } from './managed-nat-with-subnet.js';
import { mixedSubnets } from './mixed-subnets.js';
import { napTypeFrozen } from './nap-type-frozen.js';
import { natIdleTimeoutRange } from './nat-idle-timeout-range.js';
import { natLocationMismatch } from './nat-location-mismatch.js';
import { natManagedIpCountRange } from './nat-managed-ip-count-range.js';
import { natProfileIgnored } from './nat-profile-ignored.js';
import { natShadowedByUdr } from './nat-shadowed-by-udr.js';
import { natSkuApiTooOld } from './nat-sku-api-too-old.js';
import { natSkuRegion } from './nat-sku-region.js';
import { natStandardDualStack } from './nat-standard-dual-stack.js';
import { natV2PreviewValue } from './nat-v2-preview-value.js';
import { natZoneMismatch } from './nat-zone-mismatch.js';
import { noWayBack } from './no-way-back.js';
import { nodeGroupLockdown } from './node-group-lockdown.js';
import { nodePublicIps } from './node-public-ips.js';
import { notSucceeded } from './not-succeeded.js';
import { nothingToDo } from './nothing-to-do.js';
import { operationInFlight } from './operation-in-flight.js';
import { outboundTypeCasing } from './outbound-type-casing.js';
import { outboundTypeSeedTypo } from './outbound-type-seed-typo.js';
import { outboundTypeUnknown } from './outbound-type-unknown.js';
import { ownAddressesUnfit } from './own-addresses-unfit.js';
import { pairContradictory } from './pair-contradictory.js';
import { pairNotSupported } from './pair-not-supported.js';
import { policyDenies } from './policy-denies.js';
import { previewFlagNotRegistered } from './preview-flag-not-registered.js';
import { providerNotRegistered } from './provider-not-registered.js';
import { publicIpQuota } from './public-ip-quota.js';
import { reimageNoRoom } from './reimage-no-room.js';
import { severalLoadBalancers } from './several-load-balancers.js';
import { staticEgressGateway } from './static-egress-gateway.js';
import { udrApplianceWithoutIp } from './udr-appliance-without-ip.js';
import { udrAsymmetricServices } from './udr-asymmetric-services.js';
import { udrDefaultRouteElsewhere } from './udr-default-route-elsewhere.js';
import { udrFirewallMissesEndpoints } from './udr-firewall-misses-endpoints.js';
import { udrFirewallNotReady } from './udr-firewall-not-ready.js';
import { udrNextHopOutOfReach } from './udr-next-hop-out-of-reach.js';
import { udrNoDefaultRoute } from './udr-no-default-route.js';
import { udrPublicAccessDisabled } from './udr-public-access-disabled.js';
import { udrSubnetNoRouteTable } from './udr-subnet-no-route-table.js';
import { udrWithLbProfile } from './udr-with-lb-profile.js';
import { udrWithoutSubnet } from './udr-without-subnet.js';
import { userNatNoAddress } from './user-nat-no-address.js';
import { userNatSubnetNoGateway } from './user-nat-subnet-no-gateway.js';
import { userNatWithoutSubnet } from './user-nat-without-subnet.js';
import { windowsOutboundnatWithLb } from './windows-outboundnat-with-lb.js';
import { writeLocked } from './write-locked.js';

/** Every rule there is; the order is that of the check list. */
export const rules: readonly Rule[] = [
  pairNotSupported,
  pairContradictory,
  nothingToDo,
  napTypeFrozen,
  clusterStopped,
  operationInFlight,
  notSucceeded,
  writeLocked,
  deleteLocked,
  policyDenies,
  callerCannotWrite,
  callerCannotJoin,
  identityCannotJoin,
  publicIpQuota,
  providerNotRegistered,
  lbBasic,
  availabilitySetPool,
  apiTooOld,
  natSkuApiTooOld,
  managedNatWithSubnet,
  natSkuRegion,
  natStandardDualStack,
  userNatWithoutSubnet,
  userNatSubnetNoGateway,
  userNatNoAddress,
  natLocationMismatch,
  natZoneMismatch,
  natShadowedByUdr,
  udrWithoutSubnet,
  udrSubnetNoRouteTable,
  udrNoDefaultRoute,
  udrDefaultRouteElsewhere,
  udrApplianceWithoutIp,
  udrNextHopOutOfReach,
  udrFirewallNotReady,
  udrFirewallMissesEndpoints,
  kubenetUdrSystemIdentity,
  kubenetTableNoRights,
  kubenetTableShared,
  udrAsymmetricServices,
  udrPublicAccessDisabled,
  lbShadowed,
  ownAddressesUnfit,
  windowsOutboundnatWithLb,
  isolatedNeedsCache,
  isolatedReimage,
  reimageNoRoom,
  isolatedNeedsPrivateApi,
  isolatedK8sVersion,
  isolatedWindows,
  isolatedKubenet,
  isolatedOsChannel,
  isolatedExtensions,
  isolatedRegistryUnfit,
  isolatedNodePublicIp,
  isolationEnds,
  blockWithSubnet,
  blockPreview,
  previewFlagNotRegistered,
  authorizedRangesPlaceholder,
  authorizedRangesMissNewAddress,
  egressAddressChanges,
  connectionsDrop,
  idleTimeoutFalls,
  noWayBack,
  etagMissing,
  mixedSubnets,
  severalLoadBalancers,
  nodePublicIps,
  staticEgressGateway,
  httpProxyStays,
  nodeGroupLockdown,
  maintenancePlanned,
  lbSettingsDropped,
  lbSnatCapacity,
  lbSnatAutoThin,
  lbIpOptionsExclusive,
  lbManagedIpCountRange,
  lbPortsRange,
  lbPortsMultipleOf8,
  lbIdleTimeoutRange,
  natManagedIpCountRange,
  natIdleTimeoutRange,
  outboundTypeUnknown,
  outboundTypeCasing,
  outboundTypeSeedTypo,
  natV2PreviewValue,
  udrWithLbProfile,
  lbProfileIgnored,
  natProfileIgnored,
];
