import type { Azure } from './azure.js';

/** Milliseconds of sandbox time until a registration is through: minutes, by Azure's own words. */
export const registersInMs = 120_000;

export type RegistrationState =
  'NotRegistered' | 'Registering' | 'Registered' | 'Unregistering' | 'Unregistered' | 'Pending';

const providerKey = (subscriptionId: string, namespace: string): string =>
  `/subscriptions/${subscriptionId}/providers/${namespace}`.toLowerCase();

/** `name` is `Microsoft.ContainerService/SomePreview`. */
const featureKey = (subscriptionId: string, name: string): string =>
  `/subscriptions/${subscriptionId}/features/${name}`.toLowerCase();

interface Asked {
  readonly azure: Azure;
  readonly subscriptionId: string;
  /** A namespace, or a feature's name. */
  readonly name: string;
  readonly nowInMs: number;
}

const seedOf = ({ azure, subscriptionId, name }: Asked): RegistrationState | undefined =>
  (azure.scenario.registrations ?? []).find(
    (one) =>
      one.subscriptionId.toLowerCase() === subscriptionId.toLowerCase() &&
      one.name.toLowerCase() === name.toLowerCase(),
  )?.state;

function stateOf(asked: Asked, key: string, atFirst: RegistrationState): RegistrationState {
  const seed = seedOf(asked) ?? atFirst;
  const order = asked.azure.registrations.get(key);
  if (order === undefined) return seed;
  // Some features need somebody's approval at Microsoft, which nobody gives here.
  if (seed === 'Pending') return order.isOn ? 'Pending' : 'Unregistered';
  const isThrough = asked.nowInMs - order.sinceInMs >= registersInMs;
  if (order.isOn) return isThrough ? 'Registered' : 'Registering';
  return isThrough ? 'Unregistered' : 'Unregistering';
}

/** Every subscription of a scenario has its providers registered unless the scenario says otherwise. */
export const providerState = (asked: Asked): RegistrationState =>
  stateOf(asked, providerKey(asked.subscriptionId, asked.name), 'Registered');

/** A feature that waits for approval is shown as not registered until somebody asks for it. */
export function featureState(asked: Asked): RegistrationState {
  const key = featureKey(asked.subscriptionId, asked.name);
  const state = stateOf(asked, key, 'NotRegistered');
  return state === 'Pending' && !asked.azure.registrations.has(key) ? 'NotRegistered' : state;
}

/** Since when, sandbox time; undefined where nobody has asked for it since the start. */
export const askedForAt = ({ azure, subscriptionId, name }: Asked): number | undefined =>
  azure.registrations.get(featureKey(subscriptionId, name))?.sinceInMs;

/**
 * True when a feature is registered and its provider was registered again after that: until then the flag has not
 * reached the provider (Azure docs, Set up preview features, read 2026-11-23). What a scenario begins with has.
 */
export function isFeatureOn(asked: Asked): boolean {
  if (featureState(asked) !== 'Registered') return false;
  const feature = asked.azure.registrations.get(featureKey(asked.subscriptionId, asked.name));
  if (feature === undefined) return true;
  const [namespace = ''] = asked.name.split('/');
  const provider = asked.azure.registrations.get(providerKey(asked.subscriptionId, namespace));
  const isAfter = provider !== undefined && provider.sinceInMs >= feature.sinceInMs + registersInMs;
  return isAfter && asked.nowInMs - provider.sinceInMs >= registersInMs;
}

/** Asks for a registration, or for its end. What is there already stays as it is. */
export function setProvider(asked: Asked, isOn: boolean): void {
  const key = providerKey(asked.subscriptionId, asked.name);
  asked.azure.registrations.set(key, { sinceInMs: asked.nowInMs, isOn });
}

export function setFeature(asked: Asked, isOn: boolean): void {
  const isThere = featureState(asked) === (isOn ? 'Registered' : 'Unregistered');
  if (isThere) return;
  asked.azure.registrations.set(featureKey(asked.subscriptionId, asked.name), {
    sinceInMs: asked.nowInMs,
    isOn,
  });
}
