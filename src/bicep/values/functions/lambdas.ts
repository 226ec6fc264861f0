import type { Later, Scope, Value } from '../model.js';
import type { LambdaNode } from '../../syntax/node.js';
import { conditionOf } from '../conditions.js';
import { listOf } from '../lists.js';
import { evaluate, withLocals } from '../scope.js';
import { arrayOf } from '../value.js';
import type { BuiltIn } from './call-shape.js';
import { argOf, open, resting } from './call-shape.js';

const withArgument = (lambda: LambdaNode, value: Value, scope: Scope): Scope => {
  const [name] = lambda.names;
  return name === undefined ? scope : withLocals(scope, [[name.name, value]]);
};

/** Functions that call a function of one argument for each item. */
export const lambdaFunctions: Readonly<Record<string, BuiltIn>> = {
  map: (call) => {
    const [, lambda] = call.args;
    const of = argOf(call, 0);
    if (lambda?.kind !== 'lambda') return open(call, [of]);
    const list = listOf(of);
    const items = list.items.map(
      (item) => () => evaluate(lambda.body, withArgument(lambda, item(), call.scope)),
    );
    return arrayOf(items, list.isOpen, resting(call, [of]));
  },
  filter: (call) => {
    const [, lambda] = call.args;
    const of = argOf(call, 0);
    if (lambda?.kind !== 'lambda') return open(call, [of]);
    const list = listOf(of);
    const kept: Later[] = [];
    let isOpen = list.isOpen;
    for (const item of list.items) {
      const { isTrue } = conditionOf(lambda.body, withArgument(lambda, item(), call.scope));
      if (isTrue === true) kept.push(item);
      isOpen ||= isTrue === undefined;
    }
    return arrayOf(kept, isOpen, resting(call, [of]));
  },
};
