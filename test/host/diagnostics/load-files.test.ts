import { describe, expect, it } from 'vitest';
import { loadFiles } from '../../../src/host/diagnostics/load-files.js';

const texts: Readonly<Record<string, string>> = { a: 'b c missing', b: 'c a', c: 'd', d: '' };
const tools = {
  references: (_uri: string, text: string) => text.split(' ').filter((name) => name !== ''),
  read: (uri: string) => Promise.resolve(texts[uri]),
  isStale: () => false,
};

describe('loading the files of a deployment', () => {
  it('follows references however deep, each once, in circles too', async () => {
    const read: string[] = [];
    const files = await loadFiles(
      { uri: 'a', text: texts.a! },
      {
        ...tools,
        read: (uri) => {
          read.push(uri);
          return tools.read(uri);
        },
      },
    );
    expect(files).toEqual(texts);
    expect(read).toEqual(['b', 'c', 'missing', 'd']);
  });

  it('stops as soon as nobody waits', async () => {
    expect(await loadFiles({ uri: 'a', text: texts.a! }, { ...tools, isStale: () => true })).toBeUndefined();
  });

  it('ends with a chain that never ends', async () => {
    const files = await loadFiles(
      { uri: '0', text: '1' },
      { ...tools, read: (uri) => Promise.resolve(String(Number(uri) + 1)) },
    );
    expect(Object.keys(files!).length).toBe(200);
  });
});
