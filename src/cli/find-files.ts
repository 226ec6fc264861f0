import type { Stats } from 'node:fs';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Message } from '../core/message.js';
import { say } from '../core/message.js';

/** Absolute paths, each once, or why there are none. */
export type Found =
  | { readonly kind: 'files'; readonly files: readonly string[] }
  | { readonly kind: 'problem'; readonly problem: Message };

const isBicep = (file: string): boolean => /\.bicep(param)?$/i.test(file);
/** Folders that hold no sources of one's own. */
const passedOver: ReadonlySet<string> = new Set(['node_modules', '.git']);

/** The files that names, folders and patterns stand for, in the order of the alphabet. */
export function findFiles(patterns: readonly string[], cwd: string): Found {
  const files = new Set<string>();
  for (const pattern of patterns) {
    const found = find(pattern, cwd);
    if (found.kind === 'problem') return found;
    for (const file of found.files) files.add(file);
  }
  return { kind: 'files', files: [...files].toSorted() };
}

function find(pattern: string, cwd: string): Found {
  const named = path.resolve(cwd, pattern);
  const stat = statOf(named);
  if (stat instanceof Error)
    return {
      kind: 'problem',
      problem: say('{pattern} cannot be read: {words}', { pattern, words: stat.message }),
    };
  if (stat?.isFile() === true) return { kind: 'files', files: [named] };
  if (stat?.isDirectory() === true) return walked(named, isBicep, pattern);
  if (!/[*?]/.test(pattern))
    return { kind: 'problem', problem: say('{pattern} is neither a file nor a folder.', { pattern }) };
  const matcher = matcherOf(toSlashes(path.resolve(cwd, pattern)));
  return walked(folderOf(pattern, cwd), (file) => matcher.test(toSlashes(file)), pattern);
}

/** Undefined where nothing is there. Loops of links, names that are too long and the like are the person's to hear. */
function statOf(file: string): Stats | Error | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

const toSlashes = (file: string): string => file.split(path.sep).join('/');

/** The folder in front of the first wildcard. */
function folderOf(pattern: string, cwd: string): string {
  const segments = pattern.split(/[/\\]/);
  const wild = segments.findIndex((segment) => /[*?]/.test(segment));
  return path.resolve(cwd, segments.slice(0, wild).join('/') || (pattern.startsWith('/') ? '/' : '.'));
}

/** `**` stands for any folders, `*` and `?` for part of a name. */
function matcherOf(pattern: string): RegExp {
  const source = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*\*\/|\*\*|\*|\?/g, (wild) => {
    if (wild === '**/') return '(?:[^/]+/)*';
    return wild === '**' ? '.*' : wild === '*' ? '[^/]*' : '[^/]';
  });
  return new RegExp(`^${source}$`);
}

function walked(folder: string, isWanted: (file: string) => boolean, pattern: string): Found {
  const files: string[] = [];
  const folders = [folder];
  for (let here = folders.pop(); here !== undefined; here = folders.pop()) {
    for (const entry of entriesOf(here)) {
      const file = path.join(here, entry.name);
      if (entry.isDirectory() && !passedOver.has(entry.name)) folders.push(file);
      else if (entry.isFile() && isWanted(file)) files.push(file);
    }
  }
  if (files.length > 0) return { kind: 'files', files };
  return { kind: 'problem', problem: say('{pattern} stands for no Bicep file.', { pattern }) };
}

/** A folder that may not be read holds nothing that could be checked. */
function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
