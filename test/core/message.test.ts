import { describe, expect, it } from 'vitest';
import { asWritten, format, say } from '../../src/core/message.js';

describe('a number in words', () => {
  it('is a count with separators, unless it is to be typed or found in a file', () => {
    expect(format(say('{count} clusters', { count: 10_000 }))).toBe('10,000 clusters');
    expect(format(say('take {ports}', asWritten({ ports: 10_000 })))).toBe('take 10000');
  });
});
