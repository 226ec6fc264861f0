import type { Scope, Value } from './model.js';
import { say } from '../../core/message.js';
import type { ParamDeclaration } from '../syntax/node.js';
import type { TypeNode } from '../syntax/type-node.js';
import { evaluate, spanOf } from './scope.js';
import { computed, nothing, restingOn, scalar, unknownValue } from './value.js';

type Scalar = string | number | boolean;

/**
 * Value of a parameter: what the caller says; for a root its default, which a caller may overrule; else one of
 * the values it may have; else unknown. An empty default is a placeholder that whoever deploys fills.
 */
export function parameterValue(parameter: ParamDeclaration, scope: Scope): Value {
  const { name } = parameter.name;
  const from = computed(spanOf(scope, parameter.name));
  const bound = scope.bindings.get(name);
  const said = bound?.();
  // A null that is passed on means that nothing was said.
  if (said !== undefined && (said.kind !== 'null' || parameter.value === undefined)) return said;
  const isRoot = scope.caller !== 'module';
  if (parameter.value !== undefined) {
    const value = evaluate(parameter.value, scope);
    if (!isRoot) return value;
    if (!isEmpty(value)) return restingOn(value, [name]);
    return (
      decided(parameter, scope) ??
      unknownValue(
        from,
        'parameter',
        say('The parameter {name} is empty unless somebody fills it.', { name }),
      )
    );
  }
  if (!isRoot && isNullable(parameter.type)) return nothing(from);
  return (
    decided(parameter, scope) ??
    unknownValue(from, 'parameter', say('The parameter {name} has no default.', { name }))
  );
}

export function isEmpty(value: Value): boolean {
  if (value.kind === 'null') return true;
  if (value.kind === 'scalar') return value.value === '';
  if (value.kind === 'object') return value.entries.size === 0 && !value.isOpen;
  return value.kind === 'array' && value.items.length === 0 && !value.isOpen;
}

const isNullable = (type: TypeNode | undefined): boolean => type?.kind === 'typeNullable';

/** One of the values that the parameter may have, in this world. */
function decided(parameter: ParamDeclaration, scope: Scope): Value | undefined {
  const domain = domainOf(parameter, scope);
  if (domain === undefined) return undefined;
  const key = `${scope.symbols.uri}#${scope.path}#${parameter.name.name}`;
  const option = scope.evaluation.world.decide(key, domain.length);
  const value = option === undefined ? undefined : domain[option];
  return value === undefined ? undefined : scalar(value, computed(spanOf(scope, parameter.name)));
}

/** The finite set of values of a parameter: `@allowed([…])`, a union of literals, or a bool. */
export function domainOf(parameter: ParamDeclaration, scope: Scope): readonly Scalar[] | undefined {
  const allowed = parameter.decorators.find(({ name }) => name.name === 'allowed')?.args[0];
  if (allowed?.kind === 'array') {
    const values = allowed.items.map((item) => (item.kind === 'spread' ? undefined : evaluate(item, scope)));
    const scalars = values.map((value) => (value?.kind === 'scalar' ? value.value : undefined));
    return scalars.length > 0 && scalars.every((value) => value !== undefined) ? scalars : undefined;
  }
  return parameter.type === undefined ? undefined : domainOfType(parameter.type, scope, 0);
}

function domainOfType(type: TypeNode, scope: Scope, depth: number): readonly Scalar[] | undefined {
  if (depth > 10) return undefined;
  switch (type.kind) {
    case 'typeLiteral':
      return type.value === null ? undefined : [type.value];
    case 'typeUnion': {
      const parts = type.of.map((part) => domainOfType(part, scope, depth + 1));
      return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
    }
    case 'typeName': {
      if (type.name === 'bool') return [true, false];
      const alias = scope.symbols.types.get(type.name);
      return alias === undefined ? undefined : domainOfType(alias.type, scope, depth + 1);
    }
    default:
      return undefined;
  }
}
