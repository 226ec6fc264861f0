/** The same work for all who ask as long as its key stays the same; work that failed is done again. */
export function latest<T>(keyOf: () => string, work: () => Promise<T>): () => Promise<T> {
  let done: { readonly key: string; readonly result: Promise<T> } | undefined;
  return () => {
    const key = keyOf();
    if (done?.key === key) return done.result;
    const doing = { key, result: work() };
    doing.result.catch(() => {
      if (done === doing) done = undefined;
    });
    done = doing;
    return doing.result;
  };
}
