import { describe, expect, it } from 'vitest';
import { isFilledIn } from '../../src/core/filled-in.js';

const pool = (key: string) => ['properties', 'agentPoolProfiles', 0, key];

describe('what Azure fills in', () => {
  it('is a documented default of a key that was not there', () => {
    expect(isFilledIn({ path: pool('enableAutoScaling'), after: false })).toBe(true);
    expect(isFilledIn({ path: pool('upgradeStrategy'), after: 'Rolling' })).toBe(true);
  });

  it('is a key with nothing in it', () => {
    for (const after of [null, '', [], {}]) expect(isFilledIn({ path: pool('anything'), after })).toBe(true);
  });

  it('is never another value, a value that was there, or one that went', () => {
    expect(isFilledIn({ path: pool('enableAutoScaling'), after: true })).toBe(false);
    expect(isFilledIn({ path: pool('enableAutoScaling'), before: true, after: false })).toBe(false);
    expect(isFilledIn({ path: pool('enableAutoScaling'), before: false })).toBe(false);
    expect(isFilledIn({ path: ['tags', 'enableAutoScaling'], after: false })).toBe(false);
    expect(isFilledIn({ path: pool('constructor'), after: 'x' })).toBe(false);
  });
});
