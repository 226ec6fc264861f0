/** An object whose properties are made when they are first read, once: what nobody asks forces no decision. */
export function lazily<T extends object>(makers: { readonly [K in keyof T]: () => T[K] }): T {
  const made = {} as T;
  for (const key of Object.keys(makers) as (keyof T)[]) {
    let kept: { readonly value: T[keyof T] } | undefined;
    Object.defineProperty(made, key, {
      enumerable: true,
      get: () => {
        kept ??= { value: makers[key]() };
        return kept.value;
      },
    });
  }
  return made;
}
