import { declaredKeyOf } from '../core/declared.js';
import { valueOf } from '../core/fact.js';
import type { ClusterFacts } from '../core/facts.js';
import type { Message } from '../core/message.js';
import { say } from '../core/message.js';
import {
  gatewaysToPick,
  readFirewall,
  readGatewayId,
  readGatewayName,
  readZone,
  type WordReading,
} from '../core/network-options.js';
import type { NetworkOption } from '../core/options.js';
import type { TargetKey } from '../core/outbound-type.js';
import { attachingOf } from '../core/own-network/attaching.js';
import { clearingOf } from '../core/own-network/clearing.js';
import { placesOf } from '../core/own-network/places.js';
import { routingOf } from '../core/own-network/routing.js';
import { rangeWorkOf } from '../core/range-work.js';
import type { Target } from '../core/target.js';
import type { Typed } from './session.js';

/** Values of `natGateway` beside the key of a gateway that was read. */
export const gatewayChoices = { create: 'create', other: 'other', none: 'none' } as const;

/** Values of `clearing`. */
export const clearingChoices = { plan: 'plan', self: 'self' } as const;

/** What can be asked of a plan for this choice; a plan that finds nothing to do is asked nothing. */
export function networkOptionsOf(key: TargetKey, facts: ClusterFacts): readonly NetworkOption[] {
  const probes = probesOf(key);
  return [
    ...(probes.gateway !== undefined && attachingOf(facts, probes.gateway) !== undefined
      ? gatewayOptions
      : []),
    ...(probes.firewall !== undefined && routingOf(facts, probes.firewall) !== undefined
      ? (['firewall'] as const)
      : []),
    ...(probes.clearing !== undefined && clearingOf(facts, probes.clearing) !== undefined
      ? (['clearing'] as const)
      : []),
    ...(outdatedRanges(key, facts).length > 0 ? (['oldRanges'] as const) : []),
  ];
}

/** Entries of the API server's list that would be of no use after the change. */
export const outdatedRanges = (key: TargetKey, facts: ClusterFacts, typed: Typed = {}): readonly string[] => {
  const target = rangesProbe(key, typed);
  return (target && rangeWorkOf(facts, target)?.outdated) ?? [];
};

/** A choice as far as the list of ranges minds it. */
function rangesProbe(key: TargetKey, { clearing }: Typed): Target | undefined {
  const clears = clearing === clearingChoices.self ? {} : { clearsTheWay: true as const };
  switch (key) {
    case 'loadBalancer':
      return { outboundType: key, ...clears };
    case 'managedNATGateway/Standard':
      return { outboundType: 'managedNATGateway', sku: 'Standard' };
    case 'managedNATGateway/StandardV2':
      return { outboundType: 'managedNATGateway', sku: 'StandardV2' };
    case 'userAssignedNATGateway':
      return { outboundType: key, gateway: { kind: 'created', name: 'gateway' }, ...clears };
    default:
      return undefined;
  }
}

const gatewayOptions = ['natGateway', 'gatewayId', 'gatewayName', 'gatewayZone'] as const;

/** Wishes that stand for any wish: would the plan have work for one of the kind? */
function probesOf(key: TargetKey): {
  readonly gateway?: Target;
  readonly firewall?: Target;
  readonly clearing?: Target;
} {
  switch (key) {
    case 'userAssignedNATGateway':
      return {
        gateway: { outboundType: key, gateway: { kind: 'created', name: 'gateway' } },
        clearing: { outboundType: key, clearsTheWay: true },
      };
    case 'userDefinedRouting':
      return { firewall: { outboundType: key, firewall: '10.0.0.4' } };
    case 'loadBalancer':
      return { clearing: { outboundType: key, clearsTheWay: true } };
    default:
      return {};
  }
}

/** Those that are asked for, given what was picked so far. */
export function networkFieldsOf(key: TargetKey, facts: ClusterFacts, typed: Typed): readonly NetworkOption[] {
  const isAsked = (option: NetworkOption): boolean => {
    if (option === 'gatewayId') return typed.natGateway === gatewayChoices.other;
    if (option === 'gatewayName' || option === 'gatewayZone')
      return typed.natGateway === gatewayChoices.create;
    if (option === 'oldRanges') return outdatedRanges(key, facts, typed).length > 0;
    return true;
  };
  return networkOptionsOf(key, facts).filter(isAsked);
}

/** What stands there before anybody typed: the cluster's own gateway where it has one, else a new one. */
export function networkDefaults(key: TargetKey, facts: ClusterFacts): Typed {
  const options = networkOptionsOf(key, facts);
  return {
    ...(options.includes('natGateway')
      ? {
          natGateway: ownGatewayOf(facts) ?? gatewayChoices.create,
          gatewayName: `ng-${facts.name}`.slice(0, 76).replace(/[.-]+$/, ''),
        }
      : {}),
    // Who only looks at today's type does not ask for packets to be moved.
    ...(options.includes('clearing')
      ? {
          clearing:
            valueOf(declaredKeyOf(facts.cluster)) === key ? clearingChoices.self : clearingChoices.plan,
        }
      : {}),
    ...(options.includes('oldRanges') ? { oldRanges: usualRanges(key, facts) } : {}),
  };
}

/** What a plan does with them unasked. */
function usualRanges(key: TargetKey, facts: ClusterFacts): NonNullable<Target['oldRanges']> {
  const target = rangesProbe(key, {});
  const work = target && rangeWorkOf(facts, target);
  return work !== undefined && work.takenOff.length > 0 ? 'remove' : 'keep';
}

/** A gateway on one of the cluster's subnets that others of them can take too. */
function ownGatewayOf(facts: ClusterFacts): string | undefined {
  const used = (placesOf(facts) ?? []).map(({ subnet }) => valueOf(subnet.natGatewayId));
  return gatewaysToPick(facts).find(({ key }) => used.includes(key))?.key;
}

export interface Wishes {
  readonly gateway?: Extract<Target, { outboundType: 'userAssignedNATGateway' }>['gateway'];
  readonly firewall?: string;
  readonly clearsTheWay?: true;
  readonly oldRanges?: NonNullable<Target['oldRanges']>;
  readonly problems: Partial<Readonly<Record<NetworkOption, Message>>>;
}

/** What a plan is asked for, of what was typed and picked. */
export function wishesOf(
  key: TargetKey,
  facts: ClusterFacts,
  { typed, minutes }: { readonly typed: Typed; readonly minutes: number | undefined },
): Wishes {
  const fields = networkFieldsOf(key, facts, typed);
  const problems: Partial<Record<NetworkOption, Message>> = {};
  const word = (option: NetworkOption, read: (text: string) => WordReading): string | undefined => {
    const text = (typed[option] ?? '').trim();
    if (!fields.includes(option) || text === '') return undefined;
    const reading = read(text);
    if ('value' in reading) return reading.value;
    problems[option] = reading.problem;
    return undefined;
  };
  const firewall = word('firewall', (text) => readFirewall(text, facts));
  const name = word('gatewayName', (text) => readGatewayName(text, facts));
  const zone = word('gatewayZone', (text) => readZone(text, facts));
  const typedId = word('gatewayId', (text) => readGatewayId(text, facts));
  const picked = fields.includes('natGateway') ? typed.natGateway : undefined;
  if (picked === gatewayChoices.create && name === undefined && problems.gatewayName === undefined)
    problems.gatewayName = say('The new gateway needs a name.');
  const id = picked === gatewayChoices.other ? typedId : isKey(picked, facts) ? picked : undefined;
  const gateway: Wishes['gateway'] =
    picked === gatewayChoices.create && name !== undefined
      ? {
          kind: 'created',
          name,
          ...(minutes === undefined ? {} : { idleTimeoutInMinutes: minutes }),
          ...(zone === undefined ? {} : { zone }),
        }
      : id !== undefined
        ? { kind: 'existing', id }
        : undefined;
  return {
    problems,
    ...(gateway === undefined ? {} : { gateway }),
    ...(firewall === undefined ? {} : { firewall }),
    ...(fields.includes('clearing') && typed.clearing === clearingChoices.plan ? { clearsTheWay: true } : {}),
    ...(fields.includes('oldRanges') && isOldRanges(typed.oldRanges) ? { oldRanges: typed.oldRanges } : {}),
  };
}

const isOldRanges = (text: string | undefined): text is NonNullable<Target['oldRanges']> =>
  text === 'keep' || text === 'remove';

const isKey = (text: string | undefined, facts: ClusterFacts): text is string =>
  text !== undefined && gatewaysToPick(facts).some(({ key }) => key === text);

/** The wishes of a target, as somebody would have picked and typed them. */
export function wishesTyped(target: Target): Typed {
  const gateway = target.outboundType === 'userAssignedNATGateway' ? target.gateway : undefined;
  const firewall = target.outboundType === 'userDefinedRouting' ? target.firewall : undefined;
  return {
    ...(gateway?.kind === 'existing' ? { natGateway: gateway.id } : {}),
    ...(gateway?.kind === 'created' ? { natGateway: gatewayChoices.create, gatewayName: gateway.name } : {}),
    ...(gateway?.kind === 'created' && gateway.zone !== undefined ? { gatewayZone: gateway.zone } : {}),
    ...(gateway?.kind === 'created' && gateway.idleTimeoutInMinutes !== undefined
      ? { idleTimeoutInMinutes: String(gateway.idleTimeoutInMinutes) }
      : {}),
    ...(firewall === undefined ? {} : { firewall }),
    ...('clearsTheWay' in target ? { clearing: clearingChoices.plan } : {}),
    ...(target.oldRanges === undefined ? {} : { oldRanges: target.oldRanges }),
    ...(target.deletesCreated === undefined ? {} : { leftovers: 'delete' }),
  };
}
