import { setTimeout } from 'node:timers/promises';

/** Waits for a state of the editor; the runner's own limit ends what never comes. */
export async function until(what: string, isThere: () => boolean): Promise<void> {
  for (let looks = 0; !isThere(); looks += 1) {
    if (looks > 300) throw new Error(`waited in vain for ${what}`);
    await setTimeout(50);
  }
}
