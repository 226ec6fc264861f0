import { natGatewaySkuOf, nodeSubnetsOf, outboundTypeOf, regionsWithoutV2 } from '../change/outbound-type.js';
import { at, objectsOf, textOf, textAt } from '../json.js';
import { dayOf } from '../wire/versions.js';
import { parseId } from '../resource-id.js';
import type { GateSeed } from '../scenarios/scenario.js';
import { isFeatureOn } from '../state/registrations.js';
import { badRequest, type Change, type Refusal, type Rule } from './refusal.js';

const target = 'networkProfile.outboundType';

const known = [
  ...['loadBalancer', 'managedNATGateway', 'userAssignedNATGateway', 'userDefinedRouting', 'none', 'block'],
];

const isKnown: Rule = ({ desired, apiVersion }) => {
  const type = outboundTypeOf(desired);
  if (known.includes(type)) return undefined;
  const isPreview = type === 'managedNATGatewayV2' && /^2026-0[1-5]-02-preview$/.test(apiVersion);
  return isPreview
    ? undefined
    : badRequest(
        'InvalidParameter',
        `The value of parameter networkProfile.outboundType is invalid. Error details: value ${type} is not allowed.`,
        target,
      );
};

/** Flags of preview times (AKS docs, NAT gateway, read 2026-11-23), and those that a scenario asks for. */
const flags: readonly GateSeed[] = [
  {
    outboundType: 'managedNATGatewayV2',
    feature: 'Microsoft.ContainerService/ManagedNATGatewayV2Preview',
  },
];

/** Words from a public issue (azure-cli 19385). */
const hasItsFlag: Rule = (change) => {
  const { azure, desired, before, nowInMs } = change;
  const type = outboundTypeOf(desired);
  if (outboundTypeOf(before) === type && change.isNew !== true) return undefined;
  const gate = [...(azure.scenario.gates ?? []), ...flags].find(({ outboundType }) => outboundType === type);
  const { subscriptionId = '' } = parseId(textAt(before, 'id')) ?? {};
  if (gate === undefined || isFeatureOn({ azure, subscriptionId, name: gate.feature, nowInMs }))
    return undefined;
  return badRequest(
    'BadRequest',
    `Feature ${gate.feature} is not enabled. Please see https://aka.ms/aks/previews for how to enable features.`,
  );
};

const changes = ({ before, desired, isNew }: Change): boolean =>
  isNew === true ||
  outboundTypeOf(before) !== outboundTypeOf(desired) ||
  natGatewaySkuOf(before) !== natGatewaySkuOf(desired);

/** AKS issue 4694, read 2026-11-23. */
const isFrozenByNodeProvisioning: Rule = (change) =>
  changes(change) &&
  change.isNew !== true &&
  textOf(at(change.desired, 'properties', 'nodeProvisioningProfile', 'mode')) === 'Auto'
    ? badRequest(
        'BadRequest',
        'Cannot change .properties.networkProfile.outboundType while .properties.nodeProvisioningProfile.mode is Auto',
        target,
      )
    : undefined;

/** Only names of these codes are public; the words are ours. AKS docs, Customize cluster egress, read 2026-11-23. */
const needsStandardLoadBalancer: Rule = (change) =>
  changes(change) &&
  !(change.isNew === true && outboundTypeOf(change.desired) === 'loadBalancer') &&
  textOf(at(change.before, 'properties', 'networkProfile', 'loadBalancerSku'))?.toLowerCase() === 'basic'
    ? badRequest(
        'UnexpectedLoadBalancerSkuForCurrentOutboundConfiguration',
        `Outbound type ${outboundTypeOf(change.desired)} requires a load balancer of sku standard, but the cluster has sku basic.`,
        'networkProfile.loadBalancerSku',
      )
    : undefined;

const needsScaleSets: Rule = (change) => {
  const pool = objectsOf(at(change.before, 'properties', 'agentPoolProfiles')).find(
    ({ type }) => type === 'AvailabilitySet',
  );
  return changes(change) && pool !== undefined
    ? badRequest(
        'UpdatingOutboundTypeNotAllowed',
        `Updating the outbound type is not allowed: agent pool '${textAt(pool, 'name')}' is of type AvailabilitySet.`,
        target,
      )
    : undefined;
};

const notFrom = (from: string, to: string, network: string): Refusal =>
  badRequest(
    'UpdatingOutboundTypeNotAllowed',
    `Updating the outbound type from ${from} to ${to} is not allowed for a cluster on a ${network} virtual network. Please refer to https://aka.ms/aks/outboundtype for more details`,
    target,
  );

/**
 * Pairs that the tables of AKS docs, Customize cluster egress, call not supported (read 2026-11-23). Managed NAT
 * gateway to load balancer is accepted here, as the same page's text has it; a scenario refuses it.
 */
const isInTheMatrix: Rule = (change) => {
  if (!changes(change)) return undefined;
  const from = outboundTypeOf(change.before);
  const to = outboundTypeOf(change.desired);
  const hasOwnNetwork = nodeSubnetsOf(change.desired).length > 0;
  if (hasOwnNetwork && to === 'block') return notFrom(from, to, 'custom');
  if (!hasOwnNetwork && to === 'userDefinedRouting') return notFrom(from, to, 'managed');
  if (change.isNew === true) return undefined;
  if (natGatewaySkuOf(change.before) === 'StandardV2' && from === 'managedNATGateway')
    return to === 'managedNATGateway'
      ? badRequest(
          'PropertyChangeNotAllowed',
          "Changing property 'networkProfile.natGatewayProfile.sku' from StandardV2 to Standard is not allowed.",
          'networkProfile.natGatewayProfile.sku',
        )
      : notFrom('managedNATGateway with sku StandardV2', to, 'managed');
  return undefined;
};

/** Whoever names Standard where StandardV2 is offered is refused; who has it keeps it (AKS blog, 2026-09-29, read 2026-11-23). */
const asksForTheOlderSku = ({ sent, before, isNew, apiVersion }: Change): boolean =>
  dayOf(apiVersion) >= '2026-06-01' &&
  natGatewaySkuOf(sent) === 'Standard' &&
  (isNew === true || outboundTypeOf(before) !== 'managedNATGateway');

const isOfferedHere: Rule = (change) => {
  const { desired, before } = change;
  const sku = natGatewaySkuOf(desired);
  if (outboundTypeOf(desired) !== 'managedNATGateway' || sku === undefined) return undefined;
  const location = (textOf(before['location']) ?? '').toLowerCase();
  if (sku !== 'Standard' && sku !== 'StandardV2')
    return badRequest(
      'InvalidParameter',
      `The value of parameter networkProfile.natGatewayProfile.sku is invalid. Error details: value ${sku} is not allowed. Only Standard and StandardV2 are allowed.`,
      'networkProfile.natGatewayProfile.sku',
    );
  const isWithoutV2 = regionsWithoutV2.includes(location);
  if (isWithoutV2 ? sku === 'StandardV2' : asksForTheOlderSku(change))
    return badRequest(
      'UnsupportedOutboundType',
      isWithoutV2
        ? `NAT gateway sku StandardV2 is not available in region ${location}.`
        : `NAT gateway sku Standard is not supported in region ${location}, where StandardV2 is available.`,
      'networkProfile.natGatewayProfile.sku',
    );
  return undefined;
};

export const typeRules: readonly Rule[] = [
  isKnown,
  hasItsFlag,
  isFrozenByNodeProvisioning,
  needsStandardLoadBalancer,
  needsScaleSets,
  isInTheMatrix,
  isOfferedHere,
];
