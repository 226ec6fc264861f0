import { valueAt, type Json } from '../json.js';
import { format, say, type Message } from '../message.js';
import type { Edit, NetworkDelete, NetworkPut, Plan, Step } from '../plan.js';
import { reconciles } from '../reconcile.js';
import type { Target } from '../target.js';
import { applyEdits } from '../edits.js';
import { sentenceComment, stepComments } from './az-comments.js';
import { azNeeded, azWithETags } from './az-versions.js';
import { spelledClusterId } from './cluster-id.js';
import { sandboxNote, type MadeIn } from './made-in.js';
import { networkCommands, registerCommand, reimageCommand } from './az-network.js';
import { stepBehind } from '../told-values.js';
import { rangeCommands } from './az-ranges.js';
import { shellComment, shellWord } from './shell-quoting.js';

/**
 * The plan as a POSIX shell script of Azure CLI commands, one per step. It stops at the first refusal. Names of
 * flags: azure-cli, module acs; AKS engineering blog (2026-09-29) for --outbound-type-sku; read 2026-11-23.
 */
export function azCommands(plan: Plan, madeIn: MadeIn): string {
  const { target } = plan;
  return [
    '#!/bin/sh',
    ...(madeIn === 'sandbox' ? [shellComment(format(sandboxNote))] : []),
    sentenceComment(headOf(plan)),
    ...azNeeded(plan).map(sentenceComment),
    'set -eu',
    '',
    ...(target.outboundType === 'block' ? ['az extension add --upgrade --name aks-preview', ''] : []),
    shellComment(
      'Reads the eTag anew before each step: Azure refuses a change that somebody else came before.',
    ),
    shellComment('The eTag does not guard the pools, and nothing here compares the rest of the cluster.'),
    `etag_of_cluster() { ${command(['az', 'aks', 'show', ...addressOf(plan), '--query', 'eTag', '--output', 'tsv'])}; }`,
    '',
    ...plan.steps.flatMap((step, index) => [
      ...stepComments(plan, step, index + 1),
      ...(index === 0 || step.send.kind === 'cluster' ? ['etag="$(etag_of_cluster)"'] : []),
      ...(index === 0 ? asPlanned(plan) : []),
      ...commandsFor(plan, step),
      ...settled(step),
      '',
    ]),
    shellComment('What Azure says of the network afterwards:'),
    command(['az', 'aks', 'show', ...addressOf(plan), '--query', 'networkProfile']),
    '',
  ].join('\n');
}

/** Azure CLI passes it on as If-Match; left out where Azure named no eTag. AKS docs, "Use eTags", read 2026-11-23. */
const guard = '$' + '{etag:+--if-match "$etag"}';

function headOf(plan: Plan): Message {
  const { clusterName: name, from, target } = plan;
  if (reconciles(plan))
    return say('{name}: {type} once more, so that Azure finishes its work', {
      name,
      type: target.outboundType,
    });
  return say('{name}: {from} to {to}', { name, from: from.outboundType, to: target.outboundType });
}

/**
 * The plan was made from this eTag: another one is another cluster. An older Azure CLI names none, and would be taken
 * for a change.
 */
const asPlanned = ({ basis: { eTag } }: Plan): readonly string[] =>
  eTag === undefined
    ? []
    : [
        `if [ -z "$etag" ] || [ "$etag" = None ]; then`,
        `  echo ${shellWord(format(noETag))} >&2`,
        '  exit 1',
        'fi',
        `if [ "$etag" != ${shellWord(eTag)} ]; then`,
        "  echo 'The cluster has changed since the plan was made. Nothing was sent.' >&2",
        '  exit 1',
        'fi',
      ];

const noETag = say(
  'This az tells no eTag, so it cannot see whether the cluster has changed since the plan was made. Nothing was sent. Use az {version} or newer.',
  { version: azWithETags },
);

const settled = ({ settleTimeInMs }: Step): readonly string[] =>
  settleTimeInMs === undefined
    ? []
    : [shellComment('Azure needs this long to apply it.'), `sleep ${Math.ceil(settleTimeInMs / 1000)}`];

/** Replaces the list of authorized ranges: all of them are named, the new ones too. */
export const rangesCommand = (plan: Plan, ranges: readonly string[]): string =>
  command(['az', 'aks', 'update', ...addressOf(plan), '--api-server-authorized-ip-ranges', ranges.join(',')]);

const command = (words: readonly string[]): string => words.map(quoted).join(' ');

function commandsFor(plan: Plan, { send }: Step): readonly string[] {
  if (send.kind === 'register') return [command(registerCommand(send))];
  if (send.kind === 'reimage') return [command(reimageCommand(send))];
  if (send.kind === 'network') {
    return (networkCommands(send) ?? [elsewhere(send)]).map(command);
  }
  const aks = (verb: string) => command(['az', 'aks', verb, ...addressOf(plan)]);
  const listed = rangeCommands(send.edits, { show: aks('show'), update: aks('update'), guard });
  if (listed !== undefined) return listed;
  const { lines, values } = addressesRead(plan, send.edits);
  const flags = flagsFor(plan.target, values);
  const words = command(['az', 'aks', 'update', ...addressOf(plan), ...flags]);
  return [...lines, `${words} ${guard}`];
}

/** What the commands above have no words for, by those for any resource. */
function elsewhere(send: NetworkPut | NetworkDelete): readonly string[] {
  const { resourceId, apiVersion } = send;
  const any = (verb: string) => ['az', 'resource', verb, '--ids', resourceId, '--api-version', apiVersion];
  if (send.method === 'DELETE') return any('delete');
  if (send.create !== undefined)
    return [
      ...['az', 'rest', '--method', 'put', '--url', `${resourceId}?api-version=${apiVersion}`],
      ...['--body', JSON.stringify(applyEdits(send.create, send.edits))],
    ];
  const words = send.edits.map((edit) => {
    if (edit.op === 'set') return ['--set', `${edit.path.join('.')}=${JSON.stringify(edit.value)}`];
    return edit.op === 'remove' ? ['--remove', edit.path.join('.')] : [];
  });
  return [...any('update'), ...words.flat()];
}

/** An address that an earlier step of the script has created is asked for and stands in a variable of the shell. */
function addressesRead(
  plan: Plan,
  edits: readonly Edit[],
): { readonly lines: readonly string[]; readonly values: readonly Edit[] } {
  const lines: string[] = [];
  const read = (value: Json): Json => {
    const step = stepBehind(value, plan.steps);
    if (step === undefined) return Array.isArray(value) ? (value as readonly Json[]).map(read) : value;
    const ask = ['az', 'network', 'public-ip', 'show', '--ids', step.send.resourceId];
    const asked = command([...ask, '--query', 'ipAddress', '--output', 'tsv']);
    lines.push(`created_address="$(${asked})"`);
    return createdAddress;
  };
  const values = edits.map((edit) => (edit.op === 'set' ? { ...edit, value: read(edit.value) } : edit));
  return { lines, values };
}

/** Stands for the variable until the words are quoted: nothing that Azure sends looks like it. */
const createdAddress = '@created_address@';

const quoted = (word: string): string =>
  word.includes(createdAddress)
    ? word
        .split(createdAddress)
        .map((part) => (part === '' ? '' : shellWord(part)))
        .join('"$created_address"')
    : shellWord(word);

function addressOf(plan: Plan): readonly string[] {
  const { clusterName, subscriptionId } = plan;
  const group = /\/resourcegroups\/([^/]+)\//i.exec(spelledClusterId(plan))?.[1] ?? '';
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
  const sku = network('natGatewayProfile', 'sku');
  const profile = nat ? 'natGatewayProfile' : 'loadBalancerProfile';
  return [
    ...flag('--api-server-authorized-ip-ranges', at('apiServerAccessProfile', 'authorizedIPRanges'), ','),
    // A new sku alone is an update of the same type, and the blog names the type beside it.
    ...flag(
      '--outbound-type',
      network('outboundType') ?? (sku === undefined ? undefined : target.outboundType),
    ),
    ...flag('--outbound-type-sku', sku),
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
