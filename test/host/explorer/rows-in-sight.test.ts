import { beforeEach, describe, expect, it } from 'vitest';
import type { ClusterListing } from '../../../src/core/inventory.js';
import {
  mostAtOnce,
  mostOfOneLook,
  mostWaiting,
  RowsInSight,
} from '../../../src/host/explorer/rows-in-sight.js';
import { aListing } from '../../fakes/world.js';

describe('reading what is in sight', () => {
  /** Reads under way, by name: a test lets each of them end. */
  const open = new Map<string, { end(outcome: 'goOn' | 'stop'): Promise<void>; isAborted: () => boolean }>();
  const begun: string[] = [];
  const read = new Set<string>();
  let rows: RowsInSight;

  beforeEach(() => {
    open.clear();
    read.clear();
    begun.splice(0);
    rows = new RowsInSight({
      isRead: ({ name }) => read.has(name),
      read: ({ name }, signal) =>
        new Promise((resolve) => {
          begun.push(name);
          open.set(name, {
            isAborted: () => signal.aborted,
            end: async (outcome) => {
              open.delete(name);
              if (outcome === 'goOn') read.add(name);
              resolve(outcome);
              await Promise.resolve();
              await Promise.resolve();
            },
          });
        }),
    });
  });

  const named = (letter: string, count: number): readonly ClusterListing[] =>
    Array.from({ length: count }, (_, number) => aListing(`${letter}${number}`));
  const endAll = async (): Promise<void> => {
    for (let one = [...open.values()][0]; one !== undefined; one = [...open.values()][0])
      await one.end('goOn');
  };

  it('reads few at once, in order, and goes on as they end', async () => {
    rows.show(named('a', 5), 'start');
    expect(begun).toEqual(['a0', 'a1', 'a2']);
    expect(begun).toHaveLength(mostAtOnce);
    await open.get('a1')!.end('goOn');
    expect(begun).toEqual(['a0', 'a1', 'a2', 'a3']);
    await endAll();
    expect(begun).toEqual(['a0', 'a1', 'a2', 'a3', 'a4']);
  });

  it('reads no more than a screen of one folder, and no more than two screens of all that start open', async () => {
    for (const letter of 'abcdefghij') rows.show(named(letter, 1000), 'start');
    await endAll();
    expect(begun).toHaveLength(mostWaiting + mostAtOnce);
    expect(begun.filter((name) => name.startsWith('a'))).toHaveLength(mostOfOneLook);
  });

  it('reads what a person unfolds before what has waited', async () => {
    rows.show(named('a', 9), 'start');
    rows.show(named('b', 2), 'person');
    await open.get('a0')!.end('goOn');
    await open.get('a1')!.end('goOn');
    expect(begun).toEqual(['a0', 'a1', 'a2', 'b0', 'b1']);
  });

  it('gives up what is folded, under way or not, and reads it anew when it is unfolded again', async () => {
    rows.show(named('a', 9), 'start');
    rows.hide(named('a', 9));
    expect([...open.values()].map((one) => one.isAborted())).toEqual([true, true, true]);
    await endAll();
    expect(begun).toEqual(['a0', 'a1', 'a2']);
    read.clear();
    rows.show(named('a', 2), 'person');
    expect(begun.slice(3)).toEqual(['a0', 'a1']);
  });

  it('does not give up what somebody waits for', () => {
    rows.show(named('a', 2), 'start');
    rows.keep(aListing('a0'));
    rows.hide(named('a', 2));
    expect([...open].map(([name, one]) => [name, one.isAborted()])).toEqual([
      ['a0', false],
      ['a1', true],
    ]);
  });

  it('reads nothing new while the view is hidden', async () => {
    rows.show(named('a', 9), 'start');
    rows.setVisible(false);
    await endAll();
    expect(begun).toHaveLength(mostAtOnce);
    rows.setVisible(true);
    await endAll();
    expect(begun).toHaveLength(9);
  });

  it('stops at a problem that the next cluster would have as well', async () => {
    rows.show(named('a', 9), 'start');
    await open.get('a0')!.end('stop');
    await endAll();
    expect(begun).toEqual(['a0', 'a1', 'a2']);
  });

  it('reads no cluster twice', async () => {
    rows.show(named('a', 4), 'start');
    rows.show(named('a', 4), 'person');
    await endAll();
    rows.show(named('a', 4), 'person');
    expect(begun).toEqual(['a0', 'a1', 'a2', 'a3']);
  });

  it('forgets what waits and gives up what is under way when all is read anew', async () => {
    rows.show(named('a', 9), 'start');
    const underWay = [...open.values()];
    rows.clear();
    expect(underWay.map((one) => one.isAborted())).toEqual([true, true, true]);
    await endAll();
    expect(begun).toHaveLength(mostAtOnce);
  });
});
