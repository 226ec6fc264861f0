import { declaredKeyOf } from '../../core/declared.js';
import { valueOf } from '../../core/fact.js';
import type { ClusterFacts } from '../../core/facts.js';
import type { Message } from '../../core/message.js';
import { say } from '../../core/message.js';
import { cellFor, matrixDates } from '../../core/migration-matrix.js';
import type { Cell } from '../../core/migration-matrix.js';
import type { NetworkModel } from '../../core/network-model.js';
import { networkOf } from '../../core/network-model.js';
import type { TargetKey } from '../../core/outbound-type.js';
import { targetKeys, targetNames } from '../../core/outbound-type.js';
import { typeExplained } from '../../core/type-explained.js';

/** What the outbound type means, what it can become, and what the schema says wrongly. */
export function outboundTypeWords(facts: ClusterFacts): readonly Message[] {
  const key = valueOf(declaredKeyOf(facts.cluster));
  const network = valueOf(networkOf(facts));
  return [
    ...(key === undefined ? [unknownValue(facts)] : meaningOf(key)),
    ...(key === undefined ? [] : waysFrom(key, network)),
    say(
      'The published description of this property says that it can only be set at creation and cannot change. That is out of date: since February 2024 the type can be changed, by the table above ([AKS docs, ms.date {date}]({url}), read {readOn}).',
      {
        date: matrixDates.pageDate,
        url: 'https://learn.microsoft.com/azure/aks/egress-outboundtype',
        readOn: matrixDates.readOn,
      },
    ),
  ];
}

function unknownValue({ cluster }: ClusterFacts): Message {
  const { outboundType } = cluster;
  if (outboundType.kind === 'known')
    return say('**{value}** is no outbound type. AKS knows {types}.', {
      value: outboundType.value,
      types: targetKeys.map(spellingOf),
    });
  return say('The value shows at deployment. AKS knows {types}.', { types: targetKeys.map(spellingOf) });
}

/** ARM's spelling, with the sku where there are two. */
function spellingOf(key: TargetKey): string {
  const [type = key, sku] = key.split('/');
  return sku === undefined ? `\`${type}\`` : `\`${type}\` (sku ${sku})`;
}

function meaningOf(key: TargetKey): readonly Message[] {
  const { meaning, owner, addresses } = typeExplained[key];
  return [
    say('**{name}** ({spelling}): {meaning}', { name: targetNames[key], spelling: spellingOf(key), meaning }),
    say('Egress addresses belong to: {owner}. {addresses}.', { owner, addresses }),
  ];
}

const networkNames: Readonly<Record<NetworkModel, Message>> = {
  own: say('On your own network'),
  managed: say('On a network made by AKS'),
};

function waysFrom(key: TargetKey, network: NetworkModel | undefined): readonly Message[] {
  const possible = typeExplained[key].networks;
  // A type that does not fit its network is explained where it could stand.
  const networks = network !== undefined && possible.includes(network) ? [network] : possible;
  return networks.flatMap((model) => {
    const to = (support: Cell['support']): readonly string[] =>
      targetKeys.filter((other) => cellFor(model, key, other).support === support).map(spellingOf);
    const [yes, both] = [to('supported'), to('contradictory')];
    const where = networkNames[model];
    return [
      yes.length === 0
        ? say('{where} it cannot be changed to another type.', { where })
        : say('{where} it can be changed to {types}.', { where, types: yes }),
      ...(both.length === 0
        ? []
        : [
            say('{where} the AKS page contradicts itself about a change to {types}; Azure decides.', {
              where,
              types: both,
            }),
          ]),
    ];
  });
}
