/** The word that is nearest to what was written, unless none is near. */
export function nearest(written: string, words: readonly string[]): string | undefined {
  const lower = written.toLowerCase();
  const rated = words
    .map((word) => ({ word, distance: distanceOf(lower, word.toLowerCase()) }))
    .toSorted((a, b) => a.distance - b.distance);
  const [best, second] = rated;
  if (best === undefined || best.distance > Math.max(3, best.word.length / 2)) return undefined;
  return second !== undefined && second.distance === best.distance ? undefined : best.word;
}

const maxLength = 64;

/** Edits of one character from one word to the other; words beyond a sane length are far apart. */
function distanceOf(left: string, right: string): number {
  if (left.length > maxLength || right.length > maxLength) return maxLength;
  let row = Array.from({ length: right.length + 1 }, (_, n) => n);
  for (const [n, letter] of Array.from(left).entries()) {
    const next = [n + 1];
    for (const [m, other] of Array.from(right).entries())
      next.push(
        Math.min((row[m + 1] ?? 0) + 1, (next[m] ?? 0) + 1, (row[m] ?? 0) + (letter === other ? 0 : 1)),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}
