import { valueAt, type Json } from '../json.js';
import { format } from '../message.js';
import type { Edit, Plan, Step } from '../plan.js';
import { keyOf, type Target } from '../target.js';
import { typeExplained } from '../type-explained.js';
import { applyEdits } from '../edits.js';
import { shellComment, shellWord } from './shell-quoting.js';

/**
 * The plan as a POSIX shell script of Azure CLI commands, one per step. It stops at the first refusal. Names of
 * flags: azure-cli, module acs; AKS engineering blog (2026-09-29) for --outbound-type-sku; read 2026-11-23.
 */
export function azCommands(plan: Plan): string {
  const { target } = plan;
  return [
    '#!/bin/sh',
    shellComment(`${plan.clusterName}: ${plan.from.outboundType} to ${target.outboundType}`),
    shellComment(
      `Needs ${typeExplained[keyOf(target)].cli}. Azure CLI does not check what the plan has checked.`,
    ),
    'set -eu',
    '',
    ...(target.outboundType === 'block' ? ['az extension add --upgrade --name aks-preview', ''] : []),
    ...plan.steps.flatMap((step) => [
      shellComment(format(step.title)),
      shellComment(format(step.interruption)),
      commandFor(plan, step),
      '',
    ]),
    shellComment('What Azure says afterwards'),
    command(['az', 'aks', 'show', ...addressOf(plan), '--query', 'networkProfile']),
    '',
  ].join('\n');
}

/** Replaces the list of authorized ranges: all of them are named, the new ones too. */
export const rangesCommand = (plan: Plan, ranges: readonly string[]): string =>
  command(['az', 'aks', 'update', ...addressOf(plan), '--api-server-authorized-ip-ranges', ranges.join(',')]);

const command = (words: readonly string[]): string => words.map(shellWord).join(' ');

const commandFor = (plan: Plan, step: Step): string =>
  command(['az', 'aks', 'update', ...addressOf(plan), ...flagsFor(plan.target, step.send.edits)]);

function addressOf({ clusterId, clusterName, subscriptionId }: Plan): readonly string[] {
  const group = /\/resourcegroups\/([^/]+)\//i.exec(clusterId)?.[1] ?? '';
  return ['--subscription', subscriptionId, '--resource-group', group, '--name', clusterName];
}

/** The flags that stand for these edits. A removed profile needs none: azure-cli removes it itself. */
function flagsFor(target: Target, edits: readonly Edit[]): readonly string[] {
  const sent = applyEdits(
    {},
    edits.filter(({ op }) => op === 'set'),
  );
  const at = (...path: readonly string[]): Json | undefined => valueAt(sent, ['properties', ...path]);
  const network = (...path: readonly string[]): Json | undefined => at('networkProfile', ...path);
  const nat = target.outboundType === 'managedNATGateway';
  const profile = nat ? 'natGatewayProfile' : 'loadBalancerProfile';
  return [
    ...flag('--api-server-authorized-ip-ranges', at('apiServerAccessProfile', 'authorizedIPRanges'), ','),
    ...flag('--outbound-type', network('outboundType')),
    ...flag('--outbound-type-sku', network('natGatewayProfile', 'sku')),
    ...flag(
      '--nat-gateway-managed-outbound-ip-count',
      network('natGatewayProfile', 'managedOutboundIPProfile', 'count'),
    ),
    ...flag(
      '--load-balancer-managed-outbound-ip-count',
      network('loadBalancerProfile', 'managedOutboundIPs', 'count'),
    ),
    ...flag(
      '--load-balancer-managed-outbound-ipv6-count',
      network('loadBalancerProfile', 'managedOutboundIPs', 'countIPv6'),
    ),
    ...flag('--load-balancer-outbound-ips', network('loadBalancerProfile', 'outboundIPs', 'publicIPs'), ','),
    ...flag(
      '--load-balancer-outbound-ip-prefixes',
      network('loadBalancerProfile', 'outboundIPPrefixes', 'publicIPPrefixes'),
      ',',
    ),
    ...flag('--load-balancer-outbound-ports', network('loadBalancerProfile', 'allocatedOutboundPorts')),
    ...flag(
      nat ? '--nat-gateway-idle-timeout' : '--load-balancer-idle-timeout',
      network(profile, 'idleTimeoutInMinutes'),
    ),
  ];
}

function flag(name: string, value: Json | undefined, separator = ' '): readonly string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return [name, textOf(value)];
  return [
    name,
    (value as readonly Json[]).map((member) => textOf(valueAt(member, ['id']) ?? member)).join(separator),
  ];
}

const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));
