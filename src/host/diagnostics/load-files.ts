import type { Files } from '../../bicep/analysis.js';

/** Text of a file by its URI, or undefined where it cannot be read. */
export type ReadText = (uri: string) => Promise<string | undefined>;

/** More than this belongs to no one deployment that is worth the wait. */
const mostFiles = 200;
export const largestInCharacters = 2_000_000;

/** A file and all that it refers to, however deep; what cannot be read is missing. Undefined once nobody waits. */
export async function loadFiles(
  root: { readonly uri: string; readonly text: string },
  tools: {
    readonly references: (uri: string, text: string) => readonly string[];
    readonly read: ReadText;
    readonly isStale: () => boolean;
  },
): Promise<Files | undefined> {
  const files = new Map<string, string>([[root.uri, root.text]]);
  const asked = new Set([root.uri]);
  let level: readonly (readonly [string, string])[] = [[root.uri, root.text]];
  while (level.length > 0) {
    const wanted = [...new Set(level.flatMap(([uri, text]) => tools.references(uri, text)))]
      .filter((uri) => !asked.has(uri))
      .slice(0, mostFiles - asked.size);
    for (const uri of wanted) asked.add(uri);
    const texts = await Promise.all(wanted.map(async (uri) => [uri, await tools.read(uri)] as const));
    if (tools.isStale()) return undefined;
    level = texts.flatMap(([uri, text]) =>
      text === undefined || text.length > largestInCharacters ? [] : [[uri, text] as const],
    );
    for (const [uri, text] of level) files.set(uri, text);
  }
  return Object.fromEntries(files);
}
