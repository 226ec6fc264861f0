import { say } from '../../core/message.js';
import { conditional } from './calls.js';
import { extension, importation } from './imports.js';
import { decorators } from './decorators.js';
import type {
  Decorator,
  Expression,
  FuncDeclaration,
  ResourceDeclaration,
  Statement,
  StringNode,
} from './node.js';
import type { Name, Skip } from './range.js';
import type { Parsing } from './parsing.js';
import {
  complain,
  isAt,
  isAtAfterNewline,
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
import { declarationWords, skipLine, skipNewlineToValue, startsDeclaration } from './recovery.js';
import { string } from './strings.js';

/** Parses the declarations of a file. */
export function statements(parsing: Parsing): readonly Statement[] {
  const found: Statement[] = [];
  for (;;) {
    skipNewline(parsing);
    if (isAt(parsing, 'end')) return found;
    found.push(statement(parsing));
    if (!isAt(parsing, 'newline') && !isAt(parsing, 'end') && !startsDeclaration(parsing))
      found.push(skipLine(parsing, { takesClosers: true }));
  }
}

function statement(parsing: Parsing): Statement {
  const start = peek(parsing).start;
  const problemsBefore = parsing.missingClosers;
  const attached = decorators(parsing);
  const word = peek(parsing);
  if (word.kind !== 'identifier' || !declarationWords.has(word.value)) {
    const before = parsing.at;
    const skip = skipLine(parsing, { takesClosers: true });
    if (parsing.at === before && attached.length === 0 && !isAt(parsing, 'newline')) take(parsing);
    return { ...skip, start };
  }
  const declared = declaration(parsing, attached);
  const isBroken = parsing.missingClosers > problemsBefore;
  return declared.kind === 'skip' ? declared : { ...declared, start, isBroken };
}

/** The declaration whose word stands here. */
function declaration(parsing: Parsing, attached: readonly Decorator[]): Statement {
  const word = peek(parsing);
  switch (word.value) {
    case 'param':
    case 'var':
    case 'output':
      return valued(parsing, attached, word.value);
    case 'resource':
      return resource(parsing, attached);
    case 'module':
    case 'test':
      return module(parsing, attached);
    case 'type':
      return alias(parsing, attached);
    case 'func':
      return func(parsing, attached);
    case 'import':
      return importation(parsing, attached);
    case 'using':
    case 'extends':
      return base(parsing, attached, word.value);
    case 'metadata':
    case 'assert':
    case 'targetScope':
      return other(parsing, attached);
    default:
      return extension(parsing, attached);
  }
}

/** `param name T = value`, `var name T = value`, `output name T = value`. */
function valued(
  parsing: Parsing,
  attached: readonly Decorator[],
  kind: 'param' | 'var' | 'output',
): Statement {
  const from = take(parsing).start;
  const name = takeName(parsing);
  const hasType = !isAt(parsing, '=') && !endsHere(parsing);
  if (hasType && isAtWord(parsing, 'resource') && isAt(parsing, 'string', 1)) take(parsing);
  const type = hasType ? parsing.grammar.type(parsing) : undefined;
  const value = takeIf(parsing, '=') === undefined ? undefined : parsing.grammar.expression(parsing);
  const typed = { decorators: attached, name, ...(type === undefined ? {} : { type }) };
  if (kind === 'param' && type === undefined && value === undefined)
    missing(parsing, say('A type is missing.'));
  if (kind === 'param')
    return { kind, ...typed, ...(value === undefined ? {} : { value }), ...wholeFrom(parsing, from) };
  return {
    kind,
    ...typed,
    value: value ?? missing(parsing, say("'=' and a value are missing.")),
    ...wholeFrom(parsing, from),
  };
}

/** A union may begin on the next line with its bar. */
const endsHere = (parsing: Parsing): boolean =>
  isAt(parsing, 'end') || (isAt(parsing, 'newline') && !isAt(parsing, '|', 1));

function text(parsing: Parsing): StringNode | Skip {
  if (isAt(parsing, 'string') || isAt(parsing, 'stringLeft')) return string(parsing);
  return missing(parsing, say('A text in quotes is missing.'));
}

/** `= { … }`, `= if (…) { … }`, `= [for … ]`, on the line of the declaration. */
function body(parsing: Parsing): Expression {
  if (takeIf(parsing, '=') === undefined) return missing(parsing, say("'=' and a value are missing."));
  if (isAt(parsing, 'newline') && isAtWord(parsing, 'if', 1)) skipNewline(parsing);
  return isAtWord(parsing, 'if') && isAt(parsing, '(', 1)
    ? conditional(parsing, parsing.grammar.expression)
    : parsing.grammar.expression(parsing);
}

/** Parses a resource, at the top or nested in another's body. */
export function resource(parsing: Parsing, attached: readonly Decorator[]): ResourceDeclaration | Skip {
  if (!isAtWord(parsing, 'resource')) return skipLine(parsing);
  const from = attached[0]?.start ?? peek(parsing).start;
  take(parsing);
  const name = takeName(parsing);
  const type = text(parsing);
  const isExisting = isAtWord(parsing, 'existing');
  if (isExisting) take(parsing);
  const value = body(parsing);
  return {
    kind: 'resource',
    decorators: attached,
    name,
    type,
    isExisting,
    value,
    ...wholeFrom(parsing, from),
  };
}

function module(parsing: Parsing, attached: readonly Decorator[]): Statement {
  const from = take(parsing).start;
  const name = takeName(parsing);
  const path = text(parsing);
  return {
    kind: 'module',
    decorators: attached,
    name,
    path,
    value: body(parsing),
    ...wholeFrom(parsing, from),
  };
}

function alias(parsing: Parsing, attached: readonly Decorator[]): Statement {
  const from = take(parsing).start;
  const name = takeName(parsing);
  const type =
    takeIf(parsing, '=') === undefined
      ? missing(parsing, say("'=' and a type are missing."))
      : parsing.grammar.type(parsing);
  return { kind: 'type', decorators: attached, name, type, ...wholeFrom(parsing, from) };
}

/** `func name(a T, b T) T => value` */
function func(parsing: Parsing, attached: readonly Decorator[]): FuncDeclaration {
  const from = take(parsing).start;
  const name = takeName(parsing);
  const parameters: Name[] = [];
  if (takeIf(parsing, '(') !== undefined) {
    for (skipNewline(parsing); isAt(parsing, 'identifier'); skipNewline(parsing)) {
      if (startsDeclaration(parsing)) break;
      parameters.push(takeName(parsing));
      if (!isAt(parsing, ',') && !isAt(parsing, ')')) parsing.grammar.type(parsing);
      takeIf(parsing, ',');
    }
    if (takeIf(parsing, ')') === undefined) missingCloser(parsing, ')');
  }
  if (!isAt(parsing, '=>') && !isAt(parsing, 'newline') && !startsDeclaration(parsing))
    parsing.grammar.type(parsing);
  const hasArrow = takeIf(parsing, '=>') !== undefined;
  if (hasArrow) skipNewlineToValue(parsing);
  const value = hasArrow
    ? parsing.grammar.expression(parsing)
    : missing(parsing, say("'=>' and a value are missing."));
  return { kind: 'func', decorators: attached, name, parameters, body: value, ...wholeFrom(parsing, from) };
}

/** `using 'path'`, `using none`, both with an optional `with { … }`; `extends 'path'`. */
function base(parsing: Parsing, attached: readonly Decorator[], kind: 'using' | 'extends'): Statement {
  const { start, end } = take(parsing);
  const name = { name: kind, start, end };
  const isNone = isAtWord(parsing, 'none');
  const none = isNone ? take(parsing) : undefined;
  const path: StringNode | Skip =
    none === undefined ? text(parsing) : { kind: 'skip', start: none.start, end: none.end };
  if (isAtWord(parsing, 'with')) {
    take(parsing);
    parsing.grammar.expression(parsing);
  }
  return { kind, decorators: attached, name, path, ...wholeFrom(parsing, start) };
}

/** `metadata name = value`, `assert name = value`, `targetScope = value`. */
function other(parsing: Parsing, attached: readonly Decorator[]): Statement {
  const word = take(parsing);
  const name = isAt(parsing, 'identifier') ? takeName(parsing) : { name: '', start: word.end, end: word.end };
  const base = { kind: 'other' as const, keyword: word.value, decorators: attached, name };
  if (!isAtAfterNewline(parsing, '=')) {
    complain(parsing, name, say("'=' and a value are missing."));
    return { ...base, ...wholeFrom(parsing, word.start) };
  }
  take(parsing);
  return { ...base, value: parsing.grammar.expression(parsing), ...wholeFrom(parsing, word.start) };
}
