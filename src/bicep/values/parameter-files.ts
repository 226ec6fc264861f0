import { say } from '../../core/message.js';
import type { Later, Scope } from './model.js';
import { isEmpty } from './parameters.js';
import { evaluate, spanOf } from './scope.js';
import { computed, unknownValue } from './value.js';

/** What a `.bicepparam` file says of the parameters. An empty value is a placeholder that a pipeline fills. */
export function bindingsOfParameters(scope: Scope): ReadonlyMap<string, Later> {
  const bindings = new Map<string, Later>();
  for (const [name, { name: range, value }] of scope.symbols.params)
    if (value !== undefined)
      bindings.set(name, () => {
        const said = evaluate(value, scope);
        return isEmpty(said)
          ? unknownValue(
              computed(spanOf(scope, range)),
              'parameter',
              say('{name} is empty unless somebody fills it.', { name }),
            )
          : said;
      });
  return bindings;
}
