import { describe, expect, it } from 'vitest';
import { heeded, retryAfterOf } from '../../../src/azure/wire/retry-after.js';

const now = Date.UTC(2026, 10, 25, 12);
const named = (text: string) => retryAfterOf({ 'retry-after': text }, now);

describe('the wait that Azure asks for', () => {
  it('is named in seconds or as a date', () => {
    expect(named('90')).toBe(90_000);
    expect(named(' 0 ')).toBe(0);
    expect(named('Wed, 25 Nov 2026 12:00:30 GMT')).toBe(30_000);
    expect(named('Wed, 25 Nov 2026 11:00:00 GMT')).toBe(0);
  });

  it.each(['', '0.5', '1.5', '-1', 'soon', '2026-11-25', '1234567'])('is not named by "%s"', (text) => {
    expect(named(text)).toBeUndefined();
  });

  it('is heeded within what neither makes a loop nor a run that never goes on', () => {
    expect(heeded(0, 120_000)).toBe(1000);
    expect(heeded(90_000, 120_000)).toBe(90_000);
    expect(heeded(named('Fri, 31 Dec 9999 23:59:59 GMT') ?? 0, 120_000)).toBe(120_000);
  });
});
