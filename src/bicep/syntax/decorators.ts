import type { Decorator, Expression } from './node.js';
import type { Name, Range } from './range.js';
import { call } from './calls.js';
import type { Parsing } from './parsing.js';
import { isAt, skipNewline, spanFrom, take, takeIf, takeName } from './parsing.js';

/** `@name(…)` or `@sys.name(…)`, each on a line of its own; blank lines and comments may follow. */
export function decorators(parsing: Parsing): readonly Decorator[] {
  const found: Decorator[] = [];
  while (isAt(parsing, '@')) {
    found.push(decorator(parsing, take(parsing)));
    skipNewline(parsing);
  }
  return found;
}

function decorator(parsing: Parsing, at: Range): Decorator {
  let name: Name = takeName(parsing);
  let of: Expression | undefined;
  while (takeIf(parsing, '.') !== undefined) {
    of = { kind: 'reference', name: name.name, start: name.start, end: name.end };
    name = takeName(parsing);
  }
  if (isAt(parsing, '(')) return { ...call(parsing, name, of), start: at.start };
  return { kind: 'call', name, args: [], ...spanFrom(parsing, at) };
}
