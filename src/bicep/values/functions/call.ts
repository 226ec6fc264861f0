import type { Scope, Value } from '../model.js';
import { say } from '../../../core/message.js';
import type { CallNode } from '../../syntax/node.js';
import { importedSymbols } from '../imports.js';
import { evaluate, scopeOf, spanOf, withLocals } from '../scope.js';
import { computed, present, unknownValue } from '../value.js';
import type { Call } from './call-shape.js';
import { lambdaFunctions } from './lambdas.js';
import { listFunctions } from './of-lists.js';
import { objectFunctions } from './of-objects.js';
import { presenceFunctions } from './of-presence.js';
import { textFunctions } from './of-texts.js';

const functions: Readonly<Record<string, ((call: Call) => Value) | undefined>> = {
  ...presenceFunctions,
  ...objectFunctions,
  ...listFunctions,
  ...textFunctions,
  ...lambdaFunctions,
};

/** Answers that Azure gives: something is there, and only Azure knows what. */
const answeredByAzure = new Set(
  [
    'resourceId',
    'subscriptionResourceId',
    'tenantResourceId',
    'extensionResourceId',
    'managementGroupResourceId',
    'uniqueString',
    'guid',
    'newGuid',
    'utcNow',
    'deployment',
    'toLogicalZone',
    'cidrSubnet',
    'cidrHost',
  ].map((name) => name.toLowerCase()),
);

/** A call of a built-in function, or of one that the file or another file declares. */
export function callOf(node: CallNode, scope: Scope): Value {
  const from = computed(spanOf(scope, node));
  const name = node.name.name;
  const isPlain = node.of === undefined || isNamespace(node, scope);
  if (isPlain) {
    const declared = node.of === undefined ? ownFunction(node, scope) : undefined;
    if (declared !== undefined) return declared;
    const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
    if (known !== undefined) return known({ from, args: node.args, scope });
    if (answeredByAzure.has(name.toLowerCase())) return present(from);
  }
  return unknownValue(from, 'notStatic', say('{name} is computed at deployment.', { name: `${name}()` }));
}

const isNamespace = ({ of }: CallNode, scope: Scope): boolean =>
  of?.kind === 'reference' &&
  (of.name === 'sys' || of.name === 'az') &&
  !scope.symbols.vars.has(of.name) &&
  !scope.symbols.params.has(of.name);

function ownFunction(node: CallNode, scope: Scope): Value | undefined {
  const { name } = node.name;
  const imported = scope.symbols.imports.get(name);
  const home = imported === undefined ? scope.symbols : importedSymbols(imported, scope);
  const declaration = home?.funcs.get(imported?.name ?? name);
  if (home === undefined || declaration === undefined) return undefined;
  const args = declaration.parameters.map(({ name: parameter }, n): [string, Value] => {
    const arg = node.args[n];
    return [
      parameter,
      arg === undefined
        ? unknownValue(computed(spanOf(scope, node)), 'odd', say('An argument is missing.'))
        : evaluate(arg, scope),
    ];
  });
  const file = imported === undefined ? { ...scope, locals: new Map() } : scopeOf(scope.evaluation, home);
  return evaluate(declaration.body, withLocals(file, args));
}
