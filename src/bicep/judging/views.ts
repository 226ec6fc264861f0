import type { Rule } from '../../core/rule.js';
import type { Judged } from './judge.js';
import { judge } from './judge.js';
import type { Loaded } from './loaded.js';
import type { Subject } from './subjects.js';
import { subjectsOf } from './subjects.js';

/** All that is found when each file is looked at on its own, every file once. */
export interface Views {
  readonly of: (uri: string) => readonly Judged[];
}

export function views(loaded: Loaded, rules: readonly Rule[]): Views {
  const known = new Map<string, readonly Judged[]>();
  return {
    of: (uri) => {
      const before = known.get(uri);
      if (before !== undefined) return before;
      // A file that leads back to itself finds nothing new on the second way.
      known.set(uri, []);
      const found = subjectsOf(loaded, uri).flatMap((subject) => judge(loaded, subject, rules));
      known.set(uri, found);
      return found;
    },
  };
}

/**
 * What is to be said in this file. What a file on the way already says of itself is not repeated, and a default
 * that some caller may overrule is not judged where the callers are known.
 */
export function saidIn(views: Views, loaded: Loaded, uri: string): readonly Judged[] {
  const found = views.of(uri);
  const hasCaller = found.some(({ defaults }) => defaults.length > 0) && isCalled(loaded, uri);
  return found
    .filter(({ defaults }) => defaults.length === 0 || !hasCaller)
    .filter((judged) => !judged.subject.through.some((inner) => saysSo(views, inner, judged)));
}

/** Whether an inner file on its own finds the same in the same cluster. */
function saysSo(views: Views, inner: string, { subject, finding }: Judged): boolean {
  return views
    .of(inner)
    .some(
      (other) =>
        other.finding.ruleId === finding.ruleId &&
        other.defaults.length === 0 &&
        isSameCluster(inner, other.subject, subject),
    );
}

const homeOf = ({ rootUri, through }: Subject): string => through.at(-1) ?? rootUri;

function isSameCluster(inner: string, seenFromInner: Subject, seen: Subject): boolean {
  const rest = seen.through.slice(seen.through.indexOf(inner) + 1);
  return (
    seenFromInner.symbol === seen.symbol &&
    homeOf(seenFromInner) === homeOf(seen) &&
    seenFromInner.through.join(' ') === rest.join(' ')
  );
}

function isCalled(loaded: Loaded, uri: string): boolean {
  return Object.keys(loaded.files).some(
    (caller) => caller !== uri && subjectsOf(loaded, caller).some(({ through }) => through.includes(uri)),
  );
}
