import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Files } from '../bicep/analysis.js';
import { isWorthReading, references } from '../bicep/entry.js';

export interface LoadedFile {
  readonly file: string;
  readonly uri: string;
}

/** A file that was named and cannot be read. Modules that cannot be read stay unknown. */
export class UnreadableFile extends Error {
  constructor(
    readonly file: string,
    cause: unknown,
  ) {
    super(file, { cause });
  }
}

/** Reads files, and the local files that they are made of. */
export function load(files: readonly string[]): {
  readonly roots: readonly LoadedFile[];
  /** All files that were named, with their texts. */
  readonly named: readonly { readonly file: string; readonly text: string }[];
  readonly texts: Files;
} {
  const texts: Record<string, string> = {};
  const roots = files.map((file) => ({ file, uri: pathToFileURL(file).href }));
  const waiting: string[] = [];
  for (const { file, uri } of roots) {
    texts[uri] = readNamed(file);
    waiting.push(uri);
  }
  for (let uri = waiting.pop(); uri !== undefined; uri = waiting.pop()) {
    for (const reference of references(uri, texts[uri] ?? '')) {
      if (Object.hasOwn(texts, reference)) continue;
      const text = readReferred(reference);
      if (text === undefined) continue;
      texts[reference] = text;
      waiting.push(reference);
    }
  }
  const named = roots.map(({ file, uri }) => ({ file, text: texts[uri] ?? '' }));
  return { roots: roots.filter(({ uri }) => isWorthReading(texts[uri] ?? '')), named, texts };
}

function readNamed(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new UnreadableFile(file, cause);
  }
}

function readReferred(uri: string): string | undefined {
  try {
    return readFileSync(fileURLToPath(uri), 'utf8');
  } catch {
    return undefined;
  }
}
