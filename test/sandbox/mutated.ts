import fc from 'fast-check';

/** A real body in which one value, somewhere, is something else. */
export const mutated = (body: unknown): fc.Arbitrary<unknown> => {
  const paths: (readonly (string | number)[])[] = [];
  const walk = (value: unknown, here: readonly (string | number)[]): void => {
    paths.push(here);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value))
      walk(inner, [...here, Array.isArray(value) ? Number(key) : key]);
  };
  walk(body, []);
  const put = (value: unknown, [key, ...rest]: readonly (string | number)[], odd: unknown): unknown => {
    if (key === undefined) return odd;
    const copy = structuredClone(value) as Record<string | number, unknown>;
    copy[key] = put(copy[key], rest, odd);
    return copy;
  };
  return fc
    .tuple(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 2 }))
    .map(([path, odd]) => put(body, path, odd));
};
