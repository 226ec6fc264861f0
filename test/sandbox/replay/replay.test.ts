import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { callerIn, shop, toManagedNat } from '../caller.js';
import { differencesOf, keysOf } from './compare.js';
import { replayText } from './file.js';

const folder = path.resolve(import.meta.dirname, '../../../../shared/data/recordings');
const isThere = existsSync(folder);
const why = isThere ? '' : ' (skipped, because ../shared/data/recordings is not there)';

describe.skipIf(!isThere)(`recordings of Azure, played against the sandbox${why}`, () => {
  it.each(isThere ? readdirSync(folder) : [])('%s holds nothing that differs', async (file) => {
    const result = await replayText(readFileSync(path.join(folder, file), 'utf8'));
    if ('problem' in result) throw new Error(result.problem);
    expect(result.groups.filter(({ verdict }) => verdict === 'different')).toEqual([]);
    // What is not played says why.
    for (const { verdict, because } of result.groups)
      expect(because.length > 0).toBe(verdict === 'notPlayed');
  });
});

/** A recording as one would be made of the sandbox itself: read, change, watch, read. */
async function recorded() {
  const azure = await callerIn();
  const exchanges: { index: number; request: object; response: object }[] = [];
  const record = async (method: string, url: string, body?: unknown) => {
    const reply = await azure.send(method, url, body);
    const response = { status: reply.status, headers: Object.fromEntries(reply.headers), body: reply.body };
    exchanges.push({ index: exchanges.length, request: { method, url, headers: {}, body }, response });
    return reply;
  };
  const before = await record('GET', shop);
  const put = await record('PUT', shop, toManagedNat(before.body));
  const operation = put.headers.get('azure-asyncoperation') ?? '';
  await record('GET', operation);
  await azure.follow(operation);
  await record('GET', operation);
  await record('GET', shop);
  return exchanges;
}

const textOf = (exchanges: unknown): string => JSON.stringify({ description: 'made here', exchanges });

describe('a replay', () => {
  it('of a change that was recorded here finds it the same, from the cluster before to the one after', async () => {
    const result = await replayText(textOf(await recorded()));
    expect(result).toMatchObject({
      groups: [
        { verdict: 'same', exchanges: 1 },
        { verdict: 'same', exchanges: 4 },
      ],
    });
  });

  it.each([
    ['another status', (text: string) => text.replace(/"status":200(?!.*"status":200)/s, '"status":202')],
    [
      'another network profile',
      (text: string) => text.replaceAll('"idleTimeoutInMinutes":4', '"idleTimeoutInMinutes":5'),
    ],
    [
      'a key that we lack',
      (text: string) =>
        text.replaceAll('"outboundType":"managedNATGateway"', '"outboundType":"managedNATGateway","novel":1'),
    ],
  ])('notices %s', async (_, change) => {
    const text = textOf(await recorded());
    expect(change(text)).not.toBe(text);
    const result = await replayText(change(text));
    expect(JSON.stringify(result)).toContain('"verdict":"different"');
  });

  it.each([
    ['no JSON', '{'],
    ['no exchanges', '{}'],
    ['nothing usable', '{"exchanges":[{"request":{}},null,1]}'],
  ])('of %s says what is wrong', async (_, text) => {
    expect(await replayText(text)).toHaveProperty('problem');
  });

  it('says of a request that the sandbox has no route for that it is not played', async () => {
    const url =
      '/subscriptions/a/resourceGroups/b/providers/Microsoft.Compute/disks/c?api-version=2024-01-01';
    const exchanges = [{ request: { method: 'GET', url }, response: { status: 200, body: { id: 'x' } } }];
    expect(await replayText(textOf(exchanges))).toMatchObject({ groups: [{ verdict: 'notPlayed' }] });
  });
});

describe('two answers', () => {
  const answer = { status: 200, headers: {}, body: { properties: { networkProfile: { id: 'a' } } } };

  it('are the same where only ids that Azure makes up differ', () => {
    const withId = (id: string) => ({ ...answer, body: { properties: { networkProfile: { id } } } });
    const one = withId('5ba1b847-dc53-4435-9849-0924e28b7a6f');
    const other = withId('ffb894eb-588b-41bb-9c0f-c11a51d7f0b6');
    expect(differencesOf(one, other, { isAks: true })).toEqual([]);
    expect(differencesOf(answer, withId('b'), { isAks: true })).toHaveLength(1);
  });

  it('differ by a header that clients act on, and by Retry-After from AKS', () => {
    const withHeader = { ...answer, headers: { 'retry-after': '5' } };
    expect(differencesOf(answer, withHeader, { isAks: false })).toEqual(['no header retry-after']);
    expect(differencesOf(withHeader, answer, { isAks: true })).toHaveLength(1);
  });

  it('have their keys as paths; names of tags are data', () => {
    expect([...keysOf({ a: [{ b: 1 }, { c: null }], tags: { x: 1 } })]).toEqual([
      '.a',
      '.a[].b',
      '.tags',
      '.tags.*',
    ]);
  });
});
