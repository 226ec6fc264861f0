import { describe, expect, it } from 'vitest';
import { placesIn } from '../../../src/host/diagnostics/lines.js';

describe('a place in a text', () => {
  it.each([
    ['ab\ncd', 0, 0, 0],
    ['ab\ncd', 2, 0, 2],
    ['ab\ncd', 3, 1, 0],
    ['ab\r\ncd', 4, 1, 0],
    ['ab\rcd', 3, 1, 0],
    ['𝒳\nb', 3, 1, 0],
    ['ab', 99, 0, 2],
    ['ab', -1, 0, 0],
    ['', 0, 0, 0],
    ['\n\n', 2, 2, 0],
  ])('in %j at %i is line %i, column %i', (text, offset, line, character) => {
    expect(placesIn(text)(offset)).toEqual({ line, character });
  });
});
