import { at, isObject, listOf, objectOf, objectsOf, textAt, textOf, type JsonObject } from '../json.js';
import { parseId } from '../resource-id.js';
import { resourceAt } from '../state/azure.js';
import { badRequest, type Refusal, type Rule } from './refusal.js';

const lacks = (name: string, target: string): Refusal =>
  badRequest('InvalidParameter', `Required parameter ${name} is missing (null).`, target);

/** What a PUT must say of a cluster that is not there yet. Words of the first are ARM's, the rest are ours. */
export const isWhole: Rule = ({ sent, desired }) => {
  if (textOf(sent['location']) === undefined)
    return {
      status: 400,
      isFrontDoor: true,
      code: 'LocationRequired',
      message: 'The location property is required for this definition.',
    };
  const { name = '' } = parseId(textAt(desired, 'id')) ?? {};
  if (!/^[a-z0-9]([\w-]{0,61}[a-z0-9])?$/i.test(name))
    return badRequest(
      'InvalidParameter',
      `The value of parameter name is invalid. Error details: '${name}' is not a valid name of a managed cluster.`,
      'name',
    );
  const hasPrincipal = textAt(sent, 'properties', 'servicePrincipalProfile', 'clientId') !== '';
  if (at(sent, 'identity', 'type') === undefined && !hasPrincipal) return lacks('identity', 'identity');
  if (textAt(sent, 'properties', 'dnsPrefix') === '' && textAt(sent, 'properties', 'fqdnSubdomain') === '')
    return lacks('dnsPrefix', 'dnsPrefix');
  const pools = objectsOf(at(desired, 'properties', 'agentPoolProfiles'));
  if (!pools.some(({ mode }) => mode === 'System'))
    return pools.length === 0
      ? lacks('agentPoolProfiles', 'agentPoolProfiles')
      : badRequest(
          'InvalidParameter',
          'There has to be at least one system agent pool.',
          'agentPoolProfile.mode',
        );
  return undefined;
};

/** The two recorded sentences about pools that a cluster is made with, or that are added. */
export const poolIsRight = (pool: JsonObject): Refusal | undefined => {
  const name = textAt(pool, 'name');
  const limit = pool['osType'] === 'Windows' ? 6 : 12;
  if (!/^[a-z][a-z0-9]*$/.test(name) || name.length > limit)
    return badRequest(
      'InvalidParameter',
      `The value of parameter agentPoolProfile.name is invalid. Error details: '${name}' must begin with a lower-case letter, and have at most ${limit} lower-case letters and digits.`,
      'agentPoolProfile.name',
    );
  const taint = listOf(pool['nodeTaints']).find(
    (one) => typeof one === 'string' && !/^CriticalAddonsOnly=|:PreferNoSchedule$/.test(one),
  );
  if (pool['mode'] === 'System' && taint !== undefined)
    return badRequest(
      'SystemPoolHasRestrictedTaint',
      "Placing custom taints on system pool is not supported(except 'CriticalAddonsOnly' taint or taint effect is 'PreferNoSchedule'). Please refer to https://aka.ms/aks/system-taints for detail",
      'agentPoolProfile.nodeTaints',
    );
  return localDnsIsRight(pool['localDNSProfile']);
};

/** The overrides that must name a zone (recorded), and the words for it. */
const overrides: readonly (readonly [key: string, zone: string, words: string])[] = [
  ['vnetDNSOverrides', '.', 'VnetDNSOverrides'],
  ['kubeDNSOverrides', 'cluster.local', 'KubeDNSOverrides'],
];

function localDnsIsRight(profile: JsonObject[string]): Refusal | undefined {
  if (!isObject(profile)) return undefined;
  const mode = textOf(profile['mode']) ?? 'Unspecified';
  if (!['Preferred', 'Required', 'Disabled'].includes(mode))
    return badRequest(
      'InvalidParameter',
      `The value of parameter localDNSProfile.mode is invalid. Error details: value ${mode} is not allowed. Only Preferred, Required and Disabled are allowed.`,
      'localDNSProfile.mode',
    );
  const lacking = overrides.find(
    ([key, zone]) => isObject(profile[key]) && !(zone in objectOf(profile[key])),
  );
  return lacking === undefined || mode === 'Disabled'
    ? undefined
    : badRequest(
        'InvalidParameter',
        `The value of parameter localDNSProfile.${lacking[0]} is invalid. Error details: zone '"${lacking[1]}"' is required in ${lacking[2]}.`,
        `localDNSProfile.${lacking[0]}`,
      );
}

/** Recorded words. */
export const gatewayApiHasAnImplementation: Rule = ({ desired }) =>
  textAt(desired, 'properties', 'ingressProfile', 'gatewayAPI', 'installation') === 'Standard' &&
  textAt(desired, 'properties', 'serviceMeshProfile', 'mode') !== 'Istio'
    ? badRequest(
        'BadRequest',
        'Gateway API installation requires at least one implementation that uses Gateway API to be enabled. Supported implementations are Istio Service Mesh Addon.',
      )
    : undefined;

export const poolsAreRight: Rule = ({ desired }) => {
  for (const pool of objectsOf(at(desired, 'properties', 'agentPoolProfiles'))) {
    const refusal = poolIsRight(pool);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
};

/** The words are ours. */
export const subnetsAreThere: Rule = ({ azure, desired }) => {
  for (const pool of objectsOf(at(desired, 'properties', 'agentPoolProfiles'))) {
    const id = textOf(pool['vnetSubnetID']);
    if (id !== undefined && resourceAt(azure, id) === undefined)
      return badRequest(
        'InvalidParameter',
        `The value of parameter agentPoolProfile.vnetSubnetID is invalid. Error details: subnet ${id} was not found.`,
        'agentPoolProfile.vnetSubnetID',
      );
  }
  return undefined;
};
