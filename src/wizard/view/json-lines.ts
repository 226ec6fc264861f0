import { canonicalJson } from '../../core/canonical-json.js';
import type { Json, JsonObject } from '../../core/json.js';
import { isJsonObject, valueAt } from '../../core/json.js';
import type { Edit } from '../../core/plan.js';
import type { DiffLine } from '../state.js';
import { lineDiff } from './line-diff.js';

const contextLines = 2;
const longest = 160;

/**
 * What a step changes, as lines of JSON with a little context: only the profiles that its edits touch.
 * The whole body is for the editor's own diff.
 */
export function jsonLines(before: Json, after: Json, edits: readonly Edit[]): readonly DiffLine[] {
  const paths = edits.map(({ path }) => path.slice(0, 2));
  const profiles = [...new Map(paths.map((path) => [path.join('.'), path])).values()];
  const all = profiles.flatMap((path) => profileLines(path, before, after));
  if (all.length <= longest) return all;
  return [...all.slice(0, longest), { sign: ' ', text: '…' }];
}

/** All of a body that comes or goes. */
export function wholeLines(before: Json | undefined, after: Json | undefined): readonly DiffLine[] {
  return valueLines({
    lead: '',
    depth: 0,
    before: { value: before, comma: '' },
    after: { value: after, comma: '' },
  });
}

function profileLines(path: readonly string[], before: Json, after: Json): readonly DiffLine[] {
  const all = valueLines({
    lead: `"${path.at(-1) ?? ''}": `,
    depth: 0,
    before: { value: valueAt(before, path), comma: '' },
    after: { value: valueAt(after, path), comma: '' },
  });
  return withContext(all);
}

interface Side {
  readonly value: Json | undefined;
  /** Every value but the last of its object is followed by one. */
  readonly comma: '' | ',';
}

interface Pair {
  /** The key, as it stands before the value. */
  readonly lead: string;
  readonly depth: number;
  readonly before: Side;
  readonly after: Side;
}

/** Objects are compared key by key, so that a profile that goes is not mixed with one that comes. */
function valueLines(pair: Pair): readonly DiffLine[] {
  const { before, after } = pair;
  if (after.value === undefined) return written('-', pair, before);
  if (before.value === undefined) return written('+', pair, after);
  if (canonicalJson(before.value) === canonicalJson(after.value)) return written(' ', pair, after);
  if (isJsonObject(before.value) && isJsonObject(after.value))
    return objectLines(pair, before.value, after.value);
  if (Array.isArray(before.value) && Array.isArray(after.value))
    return lineDiff(textsOf(pair, before), textsOf(pair, after));
  return [...written('-', pair, before), ...written('+', pair, after)];
}

function objectLines(
  { lead, depth, after: side }: Pair,
  before: JsonObject,
  after: JsonObject,
): readonly DiffLine[] {
  const indent = '  '.repeat(depth);
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const commaIn = (object: JsonObject, key: string) => (Object.keys(object).at(-1) === key ? '' : ',');
  return [
    { sign: ' ', text: `${indent}${lead}{` },
    ...keys.flatMap((key) =>
      valueLines({
        lead: `"${key}": `,
        depth: depth + 1,
        before: { value: before[key], comma: commaIn(before, key) },
        after: { value: after[key], comma: commaIn(after, key) },
      }),
    ),
    { sign: ' ', text: `${indent}}${side.comma}` },
  ];
}

const written = (sign: DiffLine['sign'], pair: Pair, side: Side): readonly DiffLine[] =>
  textsOf(pair, side).map((text) => ({ sign, text }));

/** One value as lines of its own; none where there is no value. */
function textsOf({ lead, depth }: Pair, { value, comma }: Side): readonly string[] {
  if (value === undefined) return [];
  const indent = '  '.repeat(depth);
  const text = `${lead}${JSON.stringify(value, undefined, 2)}${comma}`;
  return text.split('\n').map((line) => indent + line);
}

/** Keeps what changed, the lines near it and the first one; an ellipsis stands for the rest. */
function withContext(all: readonly DiffLine[]): readonly DiffLine[] {
  const isKept = new Set<number>([0]);
  for (const [index, { sign }] of all.entries())
    if (sign !== ' ')
      for (let near = index - contextLines; near <= index + contextLines; near++) isKept.add(near);
  return all.flatMap((line, index) => {
    if (isKept.has(index)) return [line];
    const isFirstOfGap = isKept.has(index - 1);
    return isFirstOfGap ? [{ sign: ' ' as const, text: '…' }] : [];
  });
}
