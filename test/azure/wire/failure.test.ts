import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../src/azure/wire/failure.js';
import { armHost, wire } from '../../fakes/wire.js';

const cluster = '/subscriptions/s/resourceGroups/g/providers/Microsoft.ContainerService/managedClusters/c';
const failed = (more: object): Error => Object.assign(new Error('it failed'), more);

describe('a request without an answer', () => {
  it.each([
    'ECONNREFUSED',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'CERT_HAS_EXPIRED',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ])('whose connection failed with %s was never sent', (code) => {
    expect(failureOf(failed({ code }))).toMatchObject({ kind: 'noAnswer', neverSent: true });
    expect(failureOf(failed({ cause: { code } }))).toMatchObject({ neverSent: true });
  });

  it('was never sent where no address of the host was reached', () => {
    const refused = { code: 'ECONNREFUSED' };
    expect(failureOf(failed({ errors: [refused, { code: 'ENETUNREACH' }] }))).toMatchObject({
      neverSent: true,
    });
    expect(failureOf(failed({ cause: failed({ errors: [refused] }) }))).toMatchObject({ neverSent: true });
    expect(failureOf(failed({ errors: [refused, { code: 'ECONNRESET' }] }))).toMatchObject({
      neverSent: false,
    });
  });

  it.each(['ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR'])(
    'may have been sent where the line broke with %s',
    (code) => {
      expect(failureOf(failed({ code }))).toMatchObject({ neverSent: false });
    },
  );

  it('has words of its own, which are not passed off as those of Azure', () => {
    expect(failureOf(failed({ code: 'ECONNRESET' }))).toMatchObject({ refusal: { isOurs: true } });
  });

  it('was never sent where a proxy wants to know who asks', async () => {
    const { send } = wire(() => new Response('', { status: 407 }));
    expect(await send({ method: 'PUT', url: `${armHost}${cluster}`, body: {} })).toMatchObject({
      kind: 'noAnswer',
      neverSent: true,
    });
  });
});
