import { describe, expect, it } from 'vitest';
import { cappedVersion, firstVersionOf, firstVersionOfSku, hasSince } from '../../src/core/api-version.js';

describe('an API version', () => {
  it.each([
    ['2025-01-01', true],
    ['2024-10-01', false],
    ['2024-04-02-preview', true],
    ['2024-03-02-preview', false],
    ['2030-01-01', true],
  ])('%s has none: %s', (version, has) => {
    expect(hasSince(version, firstVersionOf.none)).toBe(has);
  });

  it('of a preview has the sku from 2026-06-02 only', () => {
    expect(hasSince('2026-06-01', firstVersionOfSku)).toBe(true);
    expect(hasSince('2026-05-02-preview', firstVersionOfSku)).toBe(false);
    expect(hasSince('2026-06-02-preview', firstVersionOfSku)).toBe(true);
  });

  it('that is no date is not called old', () => {
    expect(hasSince('latest', firstVersionOf.none)).toBe(true);
  });

  it('is capped at the newest stable one that is listed', () => {
    const listed = ['2026-06-02-preview', '2026-06-01', '2026-04-02-preview', '2026-04-01', '2025-10-01'];
    expect(cappedVersion('2026-05-01', listed)).toBe('2026-04-01');
    expect(cappedVersion('2026-06-01', listed)).toBe('2026-06-01');
    expect(cappedVersion('2026-05-01', ['2026-04-02-preview'])).toBeUndefined();
    expect(cappedVersion('2026-05-01', [])).toBe('2026-05-01');
  });
});
