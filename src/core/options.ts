import { asWritten, say, type Message } from './message.js';

/** Options of a target that are numbers. */
export type NumberOption = 'managedOutboundIPCount' | 'idleTimeoutInMinutes' | 'allocatedOutboundPorts';

/**
 * What a plan may do to the customer's own network, and to the API server's list, in a person's words: judged in
 * network-options.ts.
 */
export type NetworkOption =
  | 'natGateway'
  | 'gatewayId'
  | 'gatewayName'
  | 'gatewayZone'
  | 'firewall'
  | 'clearing'
  | 'oldRanges'
  | 'leftovers';

/** Options of a target that a person types or picks. */
export type OptionKey = NumberOption | NetworkOption;

export const isNumberOption = (key: OptionKey): key is NumberOption => key in numberOptions;

const numberOptions: Readonly<Record<NumberOption, true>> = {
  managedOutboundIPCount: true,
  idleTimeoutInMinutes: true,
  allocatedOutboundPorts: true,
};

/** The value (undefined: left to AKS), or what is wrong with what was typed. */
export type OptionReading = { readonly value: number | undefined } | { readonly problem: Message };

/**
 * Bounds of ARM's own types, read 2026-11-23: addresses 1 to 100 for a load balancer and 1 to 16 for a NAT
 * gateway, idle timeout 4 to 120 minutes for both, ports 0 to 64,000 in steps of 8.
 */
export const optionBounds = {
  managedOutboundIPCount: {
    loadBalancer: { least: 1, most: 100 },
    managedNATGateway: { least: 1, most: 16 },
  },
  idleTimeoutInMinutes: { loadBalancer: { least: 4, most: 120 }, managedNATGateway: { least: 4, most: 120 } },
  allocatedOutboundPorts: { least: 0, most: 64_000, step: 8 },
} as const;

/** What Azure does when nothing is said. ARM types and AKS docs, read 2026-11-23. */
export const optionDefaults = {
  loadBalancer: { managedOutboundIPCount: 1, idleTimeoutInMinutes: 30, allocatedOutboundPorts: 0 },
  managedNATGateway: { managedOutboundIPCount: 1, idleTimeoutInMinutes: 4 },
} as const;

/** Judges what was typed for an option of a target. Nothing typed leaves the choice to AKS. */
export function readOption(
  key: NumberOption,
  text: string,
  outboundType: 'loadBalancer' | 'managedNATGateway' = 'loadBalancer',
): OptionReading {
  const typed = ungrouped(text.trim());
  if (typed === '') return { value: undefined };
  if (!/^\d{1,9}$/.test(typed)) return { problem: say('A whole number is needed here.') };
  return judge(key, Number(typed), outboundType);
}

/** Thousands may stand apart, as people and spreadsheets write them; elsewhere a comma is a decimal one, and no whole number. */
const ungrouped = (text: string): string =>
  /^\d{1,3}(?:[,_\u00a0\u202f ]\d{3})+$/.test(text) ? text.replaceAll(/\D/g, '') : text;

function judge(
  key: NumberOption,
  value: number,
  outboundType: 'loadBalancer' | 'managedNATGateway',
): OptionReading {
  if (key === 'allocatedOutboundPorts') return judgePorts(value);
  const { least, most } = optionBounds[key][outboundType];
  if (value >= least && value <= most) return { value };
  return key === 'managedOutboundIPCount'
    ? { problem: say('Azure takes {least} to {most} addresses here.', asWritten({ least, most })) }
    : { problem: say('Azure takes {least} to {most} minutes here.', asWritten({ least, most })) };
}

function judgePorts(value: number): OptionReading {
  const { least, most, step } = optionBounds.allocatedOutboundPorts;
  if (value < least || value > most)
    return { problem: say('Azure takes {least} to {most} ports for each node.', asWritten({ least, most })) };
  if (value % step === 0) return { value };
  const below = value - (value % step);
  return {
    problem: say(
      'Azure hands ports out in eights: take {below} or {above}.',
      asWritten({ below, above: Math.min(most, below + step) }),
    ),
  };
}
