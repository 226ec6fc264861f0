/** The machine's own time. */
export interface MachineClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Rejects with an AbortError when the signal aborts. */
  sleep(delayInMs: number, signal?: AbortSignal): Promise<void>;
}

const aborted = (): Error => Object.assign(new Error('The wait was given up.'), { name: 'AbortError' });

export const machineClock: MachineClock = {
  now: () => Date.now(),
  sleep: (delayInMs, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(aborted());
        return;
      }
      const giveUp = (): void => {
        clearTimeout(timer);
        reject(aborted());
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', giveUp);
        resolve();
      }, delayInMs);
      signal?.addEventListener('abort', giveUp, { once: true });
    }),
};
