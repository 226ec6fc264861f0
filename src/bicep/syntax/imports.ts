import { say } from '../../core/message.js';
import type { Decorator, ImportDeclaration, OtherDeclaration, StringNode } from './node.js';
import type { Name, Skip } from './range.js';
import type { Parsing } from './parsing.js';
import {
  isAt,
  isAtWord,
  missing,
  missingCloser,
  peek,
  skipNewline,
  take,
  takeIf,
  takeName,
  wholeFrom,
} from './parsing.js';
import { startsDeclaration } from './recovery.js';
import { string } from './strings.js';

/** `import { a, b as c } from 'path'`, `import * as name from 'path'`, and the old `import 'ns@1.0' with … as x`. */
export function importation(parsing: Parsing, decorators: readonly Decorator[]): ImportDeclaration {
  const word = take(parsing);
  const symbols: { name: Name; as: Name }[] = [];
  const isWhole = takeIf(parsing, '*') !== undefined;
  let name: Name = { name: '', start: word.end, end: word.end };
  if (isWhole) name = renamed(parsing) ?? name;
  else if (takeIf(parsing, '{') !== undefined) listed(parsing, symbols);
  if (isAtWord(parsing, 'from')) take(parsing);
  const path = quoted(parsing);
  name = settings(parsing) ?? name;
  return { kind: 'import', decorators, name, path, symbols, isWhole, ...wholeFrom(parsing, word.start) };
}

function quoted(parsing: Parsing): StringNode | Skip {
  if (isAt(parsing, 'string') || isAt(parsing, 'stringLeft')) return string(parsing);
  return missing(parsing, say('A text in quotes is missing.'));
}

function renamed(parsing: Parsing): Name | undefined {
  if (!isAtWord(parsing, 'as')) return undefined;
  take(parsing);
  return takeName(parsing);
}

/** `with { … }` and `as name`, in either order. */
function settings(parsing: Parsing): Name | undefined {
  let name = renamed(parsing);
  if (isAtWord(parsing, 'with')) {
    take(parsing);
    parsing.grammar.expression(parsing);
  }
  name = renamed(parsing) ?? name;
  return name;
}

function listed(parsing: Parsing, symbols: { name: Name; as: Name }[]): void {
  for (;;) {
    skipNewline(parsing);
    if (takeIf(parsing, '}') !== undefined) return;
    const before = parsing.at;
    if (!startsDeclaration(parsing) && (isAt(parsing, 'identifier') || isAt(parsing, 'string'))) {
      const { value, start, end } = take(parsing);
      const name = { name: value, start, end };
      symbols.push({ name, as: renamed(parsing) ?? name });
      takeIf(parsing, ',');
    }
    if (parsing.at === before) {
      missingCloser(parsing, '}');
      return;
    }
  }
}

/** `extension name`, `extension 'path' with { … } as x`, `provider …`, `extensionConfig x with { … }`. */
export function extension(parsing: Parsing, decorators: readonly Decorator[]): OtherDeclaration {
  const word = take(parsing);
  let name: Name = { name: '', start: word.end, end: word.end };
  if (isAt(parsing, 'identifier') && !startsDeclaration(parsing)) name = takeName(parsing);
  else if (isAt(parsing, 'string') || isAt(parsing, 'stringLeft')) string(parsing);
  else missing(parsing, say('A name is missing.'));
  while (takeIf(parsing, '.') !== undefined) takeName(parsing);
  if (peek(parsing).kind === 'identifier') name = settings(parsing) ?? name;
  return { kind: 'other', keyword: word.value, decorators, name, ...wholeFrom(parsing, word.start) };
}
