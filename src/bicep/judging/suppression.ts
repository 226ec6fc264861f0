import type { Pragma } from '../syntax/token.js';

/** Whether a finding with this code that starts at this offset is switched off in the text. */
export type IsSuppressed = (code: string, start: number) => boolean;

/**
 * Bicep's own rules: `#disable-next-line` counts for what starts between it and the end of the following line,
 * `#disable-diagnostics` until `#restore-diagnostics` of the same code or the end of the file.
 */
export function suppressionIn(text: string, pragmas: readonly Pragma[]): IsSuppressed {
  const ranges = new Map<string, { from: number; to: number }[]>();
  const open = new Map<string, { from: number; to: number }>();
  const add = (code: string, range: { from: number; to: number }): void => {
    const known = ranges.get(code);
    if (known === undefined) ranges.set(code, [range]);
    else known.push(range);
  };
  for (const { name, codes, start, end } of pragmas)
    for (const code of codes) {
      if (name === 'disable-next-line') add(code, { from: start, to: endOfFollowingLine(text, end) });
      else if (name === 'restore-diagnostics') {
        const range = open.get(code);
        if (range !== undefined) range.to = start;
        open.delete(code);
      } else if (!open.has(code)) {
        const range = { from: start, to: Number.POSITIVE_INFINITY };
        open.set(code, range);
        add(code, range);
      }
    }
  return (code, start) => ranges.get(code)?.some(({ from, to }) => start >= from && start <= to) ?? false;
}

function endOfFollowingLine(text: string, from: number): number {
  const next = endOfLine(text, from);
  const begin = text.startsWith('\r\n', next) ? next + 2 : next + 1;
  return endOfLine(text, begin);
}

export function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}
