/** Line and column of an offset, both from 0, in UTF-16 code units, as VS Code counts. */
export type Place = (offset: number) => { readonly line: number; readonly character: number };

/** Finds places in a text, whether it is open in an editor or not. Lines end with \n, \r\n or \r. */
export function placesIn(text: string): Place {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length)];
  return (offset) => {
    const at = Math.max(0, Math.min(offset, text.length));
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: at - (starts[low] ?? 0) };
  };
}
