/** Runs what it is given, at most `most` at a time, in the order it came. */
export type Limit = <T>(work: () => Promise<T>) => Promise<T>;

/** A gate for asynchronous work: Azure limits requests per second, and a laptop its connections. */
export function limit(most: number): Limit {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= most) await new Promise<void>((go) => waiting.push(go));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running--;
      else next();
    }
  };
}
