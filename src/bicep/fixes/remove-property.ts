import type { Message } from '../../core/message.js';
import type { Fix } from '../analysis.js';
import type { Property } from '../syntax/node.js';
import { keyNameOf, pathTo, propertiesAt } from '../syntax/path.js';
import type { FixContext } from './fix-context.js';
import { afterLineEnd, endOfLine, startOfLine } from './lines.js';

/** The property of this name that the finding lies in, and the options beside the finding's own. */
export function propertyAround({ symbols, span }: FixContext, name: string): Property | undefined {
  return propertiesAt(symbols.program, span.start).properties.findLast((found) => keyNameOf(found) === name);
}

/** Takes a property out with its line, or with its comma where it shares a line. */
export function removeProperty(
  context: FixContext,
  property: Property,
  { title, isPreferred }: { readonly title: Message; readonly isPreferred: boolean },
): readonly Fix[] {
  const { uri, program } = context.symbols;
  const range = rangeToRemove(program.text, property);
  const isLostWithOthers = pathTo(program, property.start).some(
    (node) => node.kind === 'object' && !node.isClosed,
  );
  if (isLostWithOthers) return [];
  return [{ title, edits: [{ uri, ...range, text: '' }], isPreferred }];
}

function rangeToRemove(text: string, { start, end }: Property): { start: number; end: number } {
  const lineStart = startOfLine(text, start);
  const lineEnd = endOfLine(text, end);
  const before = text.slice(lineStart, start);
  const after = text.slice(end, lineEnd);
  if (before.trim() === '' && /^\s*(\/\/.*)?$/.test(after))
    return { start: lineStart, end: afterLineEnd(text, lineEnd) };
  const comma = /^[ \t]*,[ \t]*/.exec(after)?.[0];
  if (comma !== undefined) return { start, end: end + comma.length };
  const leading = /,?[ \t]*$/.exec(before)?.[0] ?? '';
  return { start: start - leading.length, end };
}
