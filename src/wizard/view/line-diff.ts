import type { DiffLine } from '../state.js';

/** Above this many comparisons the middle is shown as removed and added whole: still true, only coarser. */
const mostComparisons = 1_000_000;

/** Two texts, line by line. A comma at the end of a line is no difference: the next line alone brought it. */
export function lineDiff(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const same = (one: string | undefined, other: string | undefined) =>
    one !== undefined && other !== undefined && bare(one) === bare(other);
  let start = 0;
  while (start < before.length && start < after.length && same(before[start], after[start])) start++;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    same(before.at(-1 - end), after.at(-1 - end))
  )
    end++;
  const middle = (lines: readonly string[]) => lines.slice(start, lines.length - end);
  return [
    ...signed(' ', after.slice(0, start)),
    ...middleDiff(middle(before), middle(after)),
    ...signed(' ', after.slice(after.length - end)),
  ];
}

const bare = (line: string): string => (line.endsWith(',') ? line.slice(0, -1) : line);

const signed = (sign: DiffLine['sign'], lines: readonly string[]): readonly DiffLine[] =>
  lines.map((text) => ({ sign, text }));

/** The longest common sequence of lines stays, the rest goes and comes. */
function middleDiff(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  if (before.length * after.length > mostComparisons) return [...signed('-', before), ...signed('+', after)];
  const width = after.length + 1;
  const common = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      common[i * width + j] =
        bare(before[i] ?? '') === bare(after[j] ?? '')
          ? at(i + 1, j + 1) + 1
          : Math.max(at(i + 1, j), at(i, j + 1));
  const all: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [gone, come] = [before[i], after[j]];
    if (gone !== undefined && come !== undefined && bare(gone) === bare(come)) {
      all.push({ sign: ' ', text: come });
      i++;
      j++;
    } else if (gone !== undefined && (come === undefined || at(i + 1, j) >= at(i, j + 1))) {
      all.push({ sign: '-', text: gone });
      i++;
    } else {
      all.push({ sign: '+', text: come ?? '' });
      j++;
    }
  }
  return all;
}
