import { misfitIn } from '../change/known-fields.js';
import { at, objectOf, objectsOf, textAt, textOf, type Json } from '../json.js';
import { badRequest, type Refusal, type Rule } from './refusal.js';

/** What cannot be read at all. The resource provider is written in Go, and says so. */
export const hasShape: Rule = ({ sent, before }) => {
  const misfit = misfitIn(sent, before);
  return misfit === undefined ? undefined : unreadable(misfit.value, misfit.path);
};

export const unreadable = (value: Json, path: string): Refusal =>
  badRequest(
    'UnmarshalError',
    `UnmarshalEntity encountered error: json: cannot unmarshal ${Array.isArray(value) ? 'array' : typeof value} into Go struct field .${path}`,
    path,
  );

const fixed: readonly (readonly string[])[] = [
  ['properties', 'dnsPrefix'],
  ['properties', 'nodeResourceGroup'],
  ['properties', 'networkProfile', 'serviceCidr'],
  ['properties', 'networkProfile', 'dnsServiceIP'],
  ['properties', 'networkProfile', 'loadBalancerSku'],
];

export const fixedOfPool = ['vnetSubnetID', 'vmSize', 'osType', 'type'];

/** Settings that are made once. Letters' case is no change: Azure itself answers `Standard` and `standard`. */
export const keepsWhatIsFixed: Rule = ({ before, sent }) => {
  for (const path of fixed) {
    const [old, wanted] = [textAt(before, ...path), textOf(at(sent, ...path))];
    if (wanted !== undefined && wanted.toLowerCase() !== old.toLowerCase())
      return notAllowed(path.slice(1).join('.'));
  }
  const pools = objectsOf(at(before, 'properties', 'agentPoolProfiles'));
  for (const wanted of objectsOf(at(sent, 'properties', 'agentPoolProfiles'))) {
    const old = objectOf(pools.find(({ name }) => name === wanted['name']));
    const moved = fixedOfPool.find((key) => {
      const value = textOf(wanted[key]);
      return value !== undefined && 'name' in old && value.toLowerCase() !== textAt(old, key).toLowerCase();
    });
    if (moved !== undefined) return notAllowed(`agentPoolProfile.${moved}`);
  }
  return undefined;
};

const notAllowed = (target: string): Refusal =>
  badRequest('PropertyChangeNotAllowed', `Changing property '${target}' is not allowed.`, target);

export const keepsItsLocation: Rule = ({ before, sent }) => {
  const wanted = textOf(sent['location']);
  if (wanted === undefined) return undefined;
  const plain = (name: string): string => name.toLowerCase().replaceAll(' ', '');
  return plain(wanted) === plain(textAt(before, 'location'))
    ? undefined
    : {
        status: 409,
        isFrontDoor: true,
        code: 'InvalidResourceLocation',
        message: `The resource '${textAt(before, 'name')}' already exists in location '${textAt(before, 'location')}' in resource group. A resource with the same name cannot be created in location '${wanted}'. Please select a new resource name.`,
      };
};
