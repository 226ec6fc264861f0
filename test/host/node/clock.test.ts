import { expect, it } from 'vitest';
import { machineClock } from '../../../src/host/node/clock.js';

it('a wait that is given up ends as an abort, before or during it', async () => {
  const late = new AbortController();
  const waiting = machineClock.sleep(60_000, late.signal);
  late.abort();
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  await expect(machineClock.sleep(60_000, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  await machineClock.sleep(0, new AbortController().signal);
});
