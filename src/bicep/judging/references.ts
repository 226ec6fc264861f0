import { parse } from '../syntax/parse.js';
import { uriOf } from '../values/paths.js';
import { maxLength } from './loaded.js';

/** Cheap and by the text alone: a file that names no cluster and no file that may have one is not read at all. */
export function isWorthReading(text: string): boolean {
  if (text.length > maxLength) return false;
  return /managedClusters/i.test(text) || /^[ \t]*(module[ \t]+\w+|using)[ \t]+'[^':]*'/m.test(text);
}

/** URIs of the local files that this one is made of: modules, imports, and what a `.bicepparam` uses or extends. */
export function references(uri: string, text: string): readonly string[] {
  if (!isWorthReading(text) && !/^[ \t]*import\b/m.test(text)) return [];
  if (text.length > maxLength) return [];
  const found = parse(text).statements.flatMap((statement) => {
    switch (statement.kind) {
      case 'module':
      case 'import':
      case 'using':
      case 'extends':
        return uriOf(uri, statement.path) ?? [];
      default:
        return [];
    }
  });
  return [...new Set(found)];
}
