import { describe, expect, it } from 'vitest';
import { armHost, failing, json, wire } from '../../fakes/wire.js';

describe('a read', () => {
  it('is tried again after what passes, at the time that Azure names', async () => {
    const answers = [
      json(429, {}, { 'retry-after': '7' }),
      json(503, {}),
      failing('ECONNRESET'),
      json(200, { ok: true }),
    ];
    const { arm, slept } = wire((_, count) => answers[count - 1]!);
    expect(await arm.read(arm.url('/x', '1'))).toMatchObject({ kind: 'answer' });
    expect(slept[0]).toBe(7000);
    expect(slept).toHaveLength(3);
  });

  it.each([400, 401, 403, 404, 409, 501])('is not tried again after %i', async (status) => {
    const { arm, arrived } = wire(() => json(status, { error: { code: 'X', message: 'no' } }));
    expect(await arm.read(arm.url('/x', '1'))).toMatchObject({ kind: 'refused', status });
    expect(arrived).toHaveLength(1);
  });

  it('does not sit through a long wait in silence: that is told', async () => {
    const { arm, slept } = wire(() =>
      json(429, { error: { code: 'TooManyRequests', message: 'slow' } }, { 'retry-after': '300' }),
    );
    expect(await arm.read(arm.url('/x', '1'))).toMatchObject({
      kind: 'refused',
      status: 429,
      retryAfterInMs: 300_000,
    });
    expect(slept).toEqual([]);
  });

  it('waits for the quota of Resource Graph where that is used up', async () => {
    const quota = { 'x-ms-user-quota-remaining': '0', 'x-ms-user-quota-resets-after': '00:00:05' };
    const { arm, slept } = wire((_, count) => (count === 1 ? json(429, {}, quota) : json(200, {})));
    await arm.read(arm.url('/providers/Microsoft.ResourceGraph/resources', '1'), undefined, {});
    expect(slept).toEqual([5000]);
  });

  it('cannot leave its path by an odd name', () => {
    const { arm } = wire(() => json(200, {}));
    expect(arm.url('/subscriptions/a?b#c/../d', '1')).toBe(
      `${armHost}/subscriptions/a%3Fb%23c//d?api-version=1`,
    );
  });
});

describe('a list', () => {
  it('that leads back to itself is no list', async () => {
    const { arm, arrived } = wire(() => json(200, { value: [1], nextLink: `${armHost}/x?page=2` }));
    expect(await arm.list(arm.url('/x', '1'))).toMatchObject({
      kind: 'refused',
      refusal: { message: expect.stringContaining('leads back to itself') as unknown },
    });
    expect(arrived).toHaveLength(2);
  });

  it('is read over all its pages', async () => {
    const next = `${armHost}/x?page=2`;
    const { arm, arrived } = wire(({ url }) =>
      url === next ? json(200, { value: [2] }) : json(200, { value: [1], nextLink: next }),
    );
    expect(await arm.list(arm.url('/x', '1'))).toEqual({ kind: 'list', elements: [1, 2] });
    expect(arrived).toHaveLength(2);
  });

  it('fails as a whole where a page fails, and where a page is on another host the token stays here', async () => {
    const { arm, arrived } = wire(() => json(200, { value: [1], nextLink: 'https://evil.example/x' }));
    expect(await arm.list(arm.url('/x', '1'))).toMatchObject({ kind: 'heldBack', because: 'foreignHost' });
    expect(arrived).toHaveLength(1);
  });

  it.each([{}, { value: null }, [], 'text', null])('that is %j is told as odd', async (body) => {
    const { arm } = wire(() => json(200, body));
    expect(await arm.list(arm.url('/x', '1'))).toMatchObject({ kind: 'refused' });
  });
});
