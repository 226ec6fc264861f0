import type { Decorator, Expression } from './node.js';
import type { Name } from './range.js';
import { call } from './calls.js';
import type { Parsing } from './parsing.js';
import { endOfLast, isAt, skipNewline, take, takeIf, takeName } from './parsing.js';

/** `@name(…)` or `@sys.name(…)`, each on a line of its own; blank lines and comments may follow. */
export function decorators(parsing: Parsing): readonly Decorator[] {
  const found: Decorator[] = [];
  while (isAt(parsing, '@')) {
    const start = take(parsing).start;
    found.push(decorator(parsing, start));
    skipNewline(parsing);
  }
  return found;
}

function decorator(parsing: Parsing, start: number): Decorator {
  let name: Name = takeName(parsing);
  let of: Expression | undefined;
  while (takeIf(parsing, '.') !== undefined) {
    of = { kind: 'reference', name: name.name, start: name.start, end: name.end };
    name = takeName(parsing);
  }
  if (isAt(parsing, '(')) return { ...call(parsing, name, of), start };
  return { kind: 'call', name, args: [], start, end: Math.max(start, endOfLast(parsing)) };
}
