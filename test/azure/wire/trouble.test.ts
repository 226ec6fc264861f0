import { describe, expect, it } from 'vitest';
import { format, say } from '../../../src/core/message.js';
import { problemOf } from '../../../src/azure/wire/trouble.js';
import type { NoSuccess } from '../../../src/azure/wire/reply.js';
import { find, never, rig } from '../rig.js';

const refused = (status: number, refusal: object = {}): NoSuccess => ({
  kind: 'refused',
  status,
  refusal: { status, message: 'words', ...refusal },
});

describe('what went wrong', () => {
  it.each([
    [
      'an expired session',
      { kind: 'signInNeeded', refusal: { message: 'AADSTS700082' } },
      'expired',
      /sign in again/,
    ],
    [
      'missing consent',
      { kind: 'signInNeeded', refusal: { message: 'AADSTS65001: x' } },
      'noConsent',
      /administrator/,
    ],
    ['a token that Azure no longer takes', refused(401), 'expired', /sign in again/],
    ['a missing right', refused(403), 'denied', /Reader role/],
    ['something that is gone', refused(404), 'failed', /deleted or moved/],
    ['too many requests', refused(429), 'throttled', /Wait a minute/],
    ['Azure in trouble', refused(500, { code: 'InternalServerError' }), 'failed', /Try again/],
    [
      'a page of its front door',
      refused(503, { body: '<!DOCTYPE html><html></html>' }),
      'offline',
      /web page/,
    ],
    [
      'a cut line',
      { kind: 'noAnswer', neverSent: false, refusal: { message: 'x' } },
      'offline',
      /connection/,
    ],
  ] as const)('%s has its kind, and words that say the way on', (_, reply, kind, words) => {
    const problem = problemOf(reply, say('Cluster {name}', { name: 'one' }));
    expect(problem.kind).toBe(kind);
    expect(format(problem.message)).toMatch(/^Cluster one /);
    expect(format(problem.message)).toMatch(words);
  });

  it.each([200, 502])('a page in place of Azure (status %i) is no failure of Azure', async (status) => {
    const window = rig().open();
    const cluster = await find(window, 'shop-prod');
    window.answerWith = () =>
      new Response('<html><title>Sign in to this network</title></html>', {
        status,
        headers: { 'content-type': 'text/html' },
      });
    await expect(window.azure.read(cluster, never())).rejects.toMatchObject({ problem: { kind: 'offline' } });
    const { tenants } = await window.azure.inventory(never());
    expect(tenants.map(({ problem }) => problem?.kind)).toEqual(['offline', 'offline']);
  });
});
