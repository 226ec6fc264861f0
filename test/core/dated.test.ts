import { describe, expect, it } from 'vitest';
import { dated } from '../../src/core/dated.js';

describe('what is known of Azure by heart', () => {
  it('names its page and the day on which that was read', () => {
    expect(dated.length).toBeGreaterThan(15);
    for (const { what, source, readOn } of dated) {
      expect(what).toMatch(/\w{3}/);
      expect(source).toMatch(/^https:\/\/\S+$/);
      expect(readOn).toMatch(/^20\d\d-\d\d-\d\d$/);
    }
  });
});
