import { say } from '../../core/message.js';
import type { Expression } from '../syntax/node.js';
import { conditionOf } from './conditions.js';
import type { ResourceSymbol, Scope, Value } from './model.js';
import type { DeclaredResource } from './resource-tree.js';
import { familyKey } from './resource-tree.js';
import { evaluate, spanOf, withLocals } from './scope.js';
import { computed, unknownValue } from './value.js';

/** A declared resource as one deployment of its file has it. */
export const deployedBy = (declared: DeclaredResource, scope: Scope): ResourceSymbol => ({
  key: scope.path + declared.symbol,
  declared,
  scope: scope.locals.size === 0 ? scope : { ...scope, locals: new Map() },
});

export function resourceNamed(symbol: string, scope: Scope): ResourceSymbol | undefined {
  const declared = scope.symbols.tree.bySymbol.get(symbol);
  return declared === undefined ? undefined : deployedBy(declared, scope);
}

/** Resources of a type, `existing` ones left out. */
export const resourcesOfType = (type: string, scope: Scope): readonly ResourceSymbol[] =>
  (scope.symbols.tree.byType.get(type) ?? []).map((declared) => deployedBy(declared, scope));

export interface Children {
  readonly resources: readonly ResourceSymbol[];
  /** Some resource of that type may belong to any parent. */
  readonly isOpen: boolean;
}

/** Resources of a type that are nested in another one, or name it as their parent. */
export function childrenOf({ declared, scope }: ResourceSymbol, type: string): Children {
  const { byParent } = scope.symbols.tree;
  return {
    resources: (byParent.get(familyKey(type, declared.symbol)) ?? []).map((child) =>
      deployedBy(child, scope),
    ),
    isOpen: byParent.has(familyKey(type, '')),
  };
}

/** The body of a resource as a value; of a loop it is the body of any of its resources. */
export const bodyOf = ({ declared, scope }: ResourceSymbol): Value =>
  bodyValue(declared.declaration.value, scope);

function bodyValue(value: Expression, scope: Scope): Value {
  if (value.kind === 'if') return bodyValue(value.body, scope);
  if (value.kind !== 'for') return evaluate(value, scope);
  const loose = value.names.map((name): [string, Value] => [
    name.name,
    unknownValue(
      computed(spanOf(scope, name)),
      'notStatic',
      say('{name} is another one in each round of the loop.', { name: name.name }),
    ),
  ]);
  return bodyValue(value.body, withLocals(scope, loose));
}

/** Whether a resource is deployed in this world; undefined where the world leaves it open. */
export function isDeployed({ declared, scope }: ResourceSymbol): boolean | undefined {
  const { value } = declared.declaration;
  return value.kind === 'if' ? conditionOf(value.condition, scope).isTrue : true;
}

export const isLoop = ({ declared }: ResourceSymbol): boolean => declared.declaration.value.kind === 'for';

/** The resource types whose egress depends on each other. */
export const resourceTypes = {
  cluster: 'microsoft.containerservice/managedclusters',
  pool: 'microsoft.containerservice/managedclusters/agentpools',
  network: 'microsoft.network/virtualnetworks',
  subnet: 'microsoft.network/virtualnetworks/subnets',
  natGateway: 'microsoft.network/natgateways',
  routeTable: 'microsoft.network/routetables',
  route: 'microsoft.network/routetables/routes',
  publicIPAddress: 'microsoft.network/publicipaddresses',
  publicIPPrefix: 'microsoft.network/publicipprefixes',
} as const;
