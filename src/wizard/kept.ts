import type { OptionKey } from '../core/options.js';
import type { TargetKey } from '../core/outbound-type.js';
import type { Intent } from './intent.js';
import { parseIntent } from './intent.js';
import { optionsOf } from './options-of.js';
import type { Draft, Session, Typed } from './session.js';

/**
 * The choice and what was typed for it, as intents: the host keeps them over a reload and gives them back with the
 * opening. Nothing else needs keeping: the cluster is read again, and a run stands in the journal.
 */
export function keptOf({ draft }: Session): readonly Intent[] {
  if (draft === undefined) return [];
  const typed = draft.typed[draft.key] ?? {};
  return [
    { kind: 'choose', target: draft.key },
    ...(draft.back === undefined ? [] : [{ kind: 'wayBack', runId: draft.back.runId } as const]),
    ...keptOptions(draft.key).flatMap((option): readonly Intent[] => {
      const value = typed[option];
      return value === undefined ? [] : [{ kind: 'configure', option, value }];
    }),
  ];
}

/** The draft in what was kept; undefined where there is none, or where it is not ours. Never throws. */
export function draftIn(kept: unknown): Draft | undefined {
  if (!Array.isArray(kept)) return undefined;
  const intents = (kept as readonly unknown[]).slice(0, mostIntents).flatMap((one) => {
    const parsed = parseIntent(one);
    return 'intent' in parsed ? [parsed.intent] : [];
  });
  const key = intents.find((intent) => intent.kind === 'choose')?.target;
  if (key === undefined) return undefined;
  const typed = intents.flatMap((intent) =>
    intent.kind === 'configure' && keptOptions(key).includes(intent.option)
      ? [[intent.option, intent.value]]
      : [],
  );
  const runId = intents.find((intent) => intent.kind === 'wayBack')?.runId;
  return {
    key,
    typed: { [key]: Object.fromEntries(typed) as Typed },
    ...(runId === undefined ? {} : { back: { runId } }),
  };
}

const keptOptions = (key: TargetKey): readonly OptionKey[] => [...optionsOf(key), 'leftovers'];

/** A choice and one intent for each option there is. */
const mostIntents = 12;
