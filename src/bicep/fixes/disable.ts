import { say } from '../../core/message.js';
import type { Fix } from '../analysis.js';
import type { FixContext } from './fix-context.js';
import { lineEndOf, startOfLine } from './lines.js';

/**
 * "Disable for this line", built as Bicep builds its own: the code is appended to a pragma on the line above, else
 * a line with the pragma goes in, in column 0.
 */
export function disableFix({ symbols, finding, span }: FixContext): Fix {
  const { uri, program } = symbols;
  const { text } = program;
  const lineStart = startOfLine(text, span.start);
  const above = program.pragmas.find(
    ({ name, start, end }) =>
      name === 'disable-next-line' &&
      start < lineStart &&
      startOfLine(text, Math.max(0, lineStart - lengthOfLineEndBefore(text, lineStart))) <= start &&
      end <= lineStart,
  );
  const title = say('Disable {code} for this line', { code: finding.ruleId });
  if (above !== undefined)
    return {
      title,
      isPreferred: false,
      edits: [{ uri, start: above.end, end: above.end, text: ` ${finding.ruleId}` }],
    };
  const line = `#disable-next-line ${finding.ruleId}${lineEndOf(text)}`;
  return { title, isPreferred: false, edits: [{ uri, start: lineStart, end: lineStart, text: line }] };
}

const lengthOfLineEndBefore = (text: string, lineStart: number): number =>
  text.slice(lineStart - 2, lineStart) === '\r\n' ? 2 : 1;
