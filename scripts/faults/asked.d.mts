/** What `npm run faults` is asked for. */
export function askedFor(
  argv: readonly string[],
  draw: () => number,
): { readonly count: number; readonly seed: number } | { readonly problem: string };
