import { describe, expect, it } from 'vitest';
import { toManagedNatGateway } from '../orders.js';
import { ended, kinds, recordOf, rig, watching, type Window } from '../rig.js';

/** What the sign-in page of a network, or a proxy, answers in Azure's place. */
const page = (): Response =>
  new Response('<html>Sign in to this network</html>', { headers: { 'content-type': 'text/html' } });

const started = async (between: (window: Window) => void) => {
  const world = rig();
  const window = world.open();
  const order = await world.order(window, 'shop-prod', toManagedNatGateway);
  between(window);
  const outcome = await window.azure.runner.start(order, watching().watch);
  return { world, window, outcome, record: recordOf(outcome) };
};

/** Once, for the first request that fits. */
const once = (fits: (request: Request) => boolean) => {
  let left = 1;
  return (request: Request): boolean => fits(request) && left-- > 0;
};

describe('a page with status 200 that is not from Azure', () => {
  it('in place of the answer to a change: what Azure did is judged by the cluster', async () => {
    const isIt = once(({ method }) => method === 'PUT');
    const { world, record } = await started((window) => {
      window.answerWith = (response, request) => (isIt(request) ? page() : response);
    });
    expect(kinds(record)).toContain('lost');
    expect(kinds(record)).not.toContain('accepted');
    expect(ended(record)?.end).toBe('succeeded');
    expect(await world.puts()).toHaveLength(1);
  });

  it('in place of Azure itself: nothing was done, and it asks whether to repeat', async () => {
    const isIt = once(({ method }) => method === 'PUT');
    const { world, outcome, record } = await started((window) => {
      window.onSending = (request) => (isIt(request) ? page() : undefined);
    });
    expect(outcome.kind).toBe('open');
    expect(record.events.at(-1)).toMatchObject({ kind: 'asked', question: 'repeat' });
    expect(await world.puts()).toHaveLength(0);
  });

  it.each([
    ['an operation is watched', ({ url }: Request) => url.includes('/operations/')],
    [
      'the result is read',
      ({ method, url }: Request) => method === 'GET' && /managedClusters[/]shop-prod[?]/.test(url),
    ],
  ])('while %s is waited out', async (_, fits) => {
    let puts = 0;
    const isIt = once((request) => puts > 0 && fits(request));
    const { world, record } = await started((window) => {
      window.answerWith = (response, request) => {
        if (request.method === 'PUT') puts += 1;
        return isIt(request) ? page() : response;
      };
    });
    expect(record.events).toContainEqual(expect.objectContaining({ kind: 'waiting', reason: 'offline' }));
    expect(ended(record)?.end).toBe('succeeded');
    expect(await world.puts()).toHaveLength(1);
  });

  it('before anything was sent: nothing is sent, and it asks whether to go on', async () => {
    let reads = 0;
    const { world, outcome, record } = await started((window) => {
      window.answerWith = (response) => ((reads += 1) === 1 ? page() : response);
    });
    expect(outcome.kind).toBe('open');
    expect(record.events.at(-1)).toMatchObject({ kind: 'asked', question: 'continue' });
    expect(await world.puts()).toHaveLength(0);
  });
});
