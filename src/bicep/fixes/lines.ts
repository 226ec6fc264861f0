/** Start of the line that an offset is on. */
export function startOfLine(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at -= 1;
  return at === 0 && text.charCodeAt(0) === 0xfeff ? 1 : at;
}

/** End of the line that an offset is on, before its line end. */
export function endOfLine(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

/** Offset behind the line end that begins here. */
export const afterLineEnd = (text: string, offset: number): number =>
  text.startsWith('\r\n', offset) ? offset + 2 : Math.min(offset + 1, text.length);

/** The line end that the file uses. */
export const lineEndOf = (text: string): string => (/\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n');

/** Blanks at the beginning of the line that an offset is on. */
export function indentOf(text: string, offset: number): string {
  const start = startOfLine(text, offset);
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}
