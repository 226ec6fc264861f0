import { describe, expect, it } from 'vitest';
import { followWatched } from '../../../src/host/explorer/watched-rows.js';
import { EventEmitter } from '../../fakes/vscode/values.js';

describe('rows of watched operations', () => {
  it('are drawn again when watching begins and ends, and not on every change', () => {
    let ids: readonly string[] = [];
    const changed = new EventEmitter<undefined>();
    const drawn: string[] = [];
    followWatched(
      {
        watching: () => ids.map((id) => ({ cluster: { id } })),
        onDidChange: (listener) => changed.event(() => listener()),
      },
      (id) => drawn.push(id),
    );
    const becomes = (now: readonly string[]): readonly string[] => {
      ids = now;
      drawn.length = 0;
      changed.fire(undefined);
      return [...drawn];
    };
    expect(becomes(['a'])).toEqual(['a']);
    expect(becomes(['a'])).toEqual([]);
    expect(becomes(['a', 'b'])).toEqual(['b']);
    expect(becomes(['b'])).toEqual(['a']);
    expect(becomes([])).toEqual(['b']);
  });
});
