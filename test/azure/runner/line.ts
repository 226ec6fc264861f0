import type { Rig, Window } from '../rig.js';
import type { somebodyElse } from './others.js';
import type { Chance } from './schedule.js';

const page = (): Response =>
  new Response('<!DOCTYPE html><html><body>Sign in to this network</body></html>', {
    headers: { 'content-type': 'text/html' },
  });

/** As Node's own `fetch` fails where no connection is made: nothing can have arrived. */
const neverConnected = (code: string): Error =>
  Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error(code), { code }) });

/**
 * One thing that goes wrong between a window and Azure, where the sandbox has no say, or that happens while one of
 * its requests is on its way. Answers what it is.
 */
export function randomTrouble(
  random: Chance,
  window: Window,
  world: { readonly clock: Rig['clock']; readonly others: ReturnType<typeof somebodyElse> },
): string {
  const fits = random.pick<(request: Request) => boolean>([
    ({ method }) => method !== 'GET',
    ({ url }) => url.includes('Microsoft.Network/'),
    ({ url }) => url.includes('/operations/'),
    ({ method, url }) => method === 'GET' && url.includes('managedClusters/'),
    () => true,
  ]);
  let skip = random.below(6);
  let left = 1 + random.below(2);
  const strikes = (request: Request): boolean => {
    if (!fits(request) || skip-- > 0) return false;
    return left-- > 0;
  };
  const before = (act: (request: Request) => ReturnType<Window['onSending']>): void => {
    const then = window.onSending;
    window.onSending = async (request) => (await act(request)) ?? then(request);
  };
  switch (random.below(6)) {
    case 0: {
      const code = random.pick(['ENOTFOUND', 'ECONNREFUSED', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);
      before((request) => {
        if (strikes(request)) throw neverConnected(code);
        return undefined;
      });
      return 'never connected';
    }
    case 1:
      window.answerWith = (response, request) => (strikes(request) ? page() : response);
      return 'a page with status 200 in place of the answer';
    case 2:
      before((request) => (strikes(request) ? page() : undefined));
      return 'a page with status 200, and Azure got nothing';
    case 3: {
      const byInMs = (random.below(2) === 0 ? -1 : 1) * random.below(3 * 3_600_000);
      before((request) => {
        if (strikes(request)) world.clock.advance(byInMs);
        return undefined;
      });
      return 'the clock jumps';
    }
    default:
      before(async (request) => {
        if (strikes(request)) await world.others.act(random);
        return undefined;
      });
      return 'somebody else sends a change of their own';
  }
}
