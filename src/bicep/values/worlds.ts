/**
 * One way in which what a file leaves open may turn out. A decision is made when somebody asks for it and is
 * the same for everybody who asks by the same key, so that values stay correlated.
 */
export interface World {
  /** Which option holds here; undefined where the world leaves it open. */
  readonly decide: (key: string, optionCount: number) => number | undefined;
}

/** The world in which nothing is decided: what is known in it holds in all. */
export function openWorld(): World & { readonly wasAsked: () => boolean } {
  let asked = false;
  return {
    decide: () => {
      asked = true;
      return undefined;
    },
    wasAsked: () => asked,
  };
}

interface Decision {
  readonly key: string;
  readonly chosen: number;
  readonly optionCount: number;
}

/** More worlds than this in one question, and the question stays open. */
export const maxWorlds = 64;

/** What is the case in one world: it holds with this, it fails, or the world does not count. */
export type InWorld<T> = { readonly kind: 'holds'; readonly value: T } | { readonly kind: 'fails' | 'apart' };

/**
 * What holds in every world that makes a difference to the question, one value for each; empty when it fails in
 * one of them, or when there are too many to look at.
 */
export function inEveryWorld<T>(ask: (world: World) => InWorld<T>): readonly T[] {
  const values: T[] = [];
  let script: readonly Decision[] = [];
  for (let count = 0; count < maxWorlds; count += 1) {
    const made = new Map(script.map((decision) => [decision.key, decision]));
    const answer = ask({ decide: (key, optionCount) => decideIn(made, key, optionCount) });
    if (answer.kind === 'fails') return [];
    if (answer.kind === 'holds') values.push(answer.value);
    const next = nextScript([...made.values()]);
    if (next === undefined) return values;
    script = next;
  }
  return [];
}

function decideIn(made: Map<string, Decision>, key: string, optionCount: number): number {
  const before = made.get(key);
  if (before !== undefined) return before.chosen;
  made.set(key, { key, chosen: 0, optionCount });
  return 0;
}

/** The decisions of the next world: the last one that has an option left takes it, those after it are open again. */
function nextScript(made: readonly Decision[]): readonly Decision[] | undefined {
  const last = made.findLastIndex(({ chosen, optionCount }) => chosen + 1 < optionCount);
  const turned = made[last];
  if (turned === undefined) return undefined;
  return [...made.slice(0, last), { ...turned, chosen: turned.chosen + 1 }];
}
