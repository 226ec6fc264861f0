import type { Intent } from '../intent.js';
import { carriedOver } from '../options-of.js';
import type { Draft, Moved, Session } from '../session.js';
import { without } from '../session.js';
import { isUnderWay } from '../run-situation.js';
import { fieldsOf } from '../target-of.js';
import { judged } from './judging.js';
import { dropped, moved } from './moved.js';

type IntentOf<K extends Intent['kind']> = Extract<Intent, { kind: K }>;

/** A choice. What was typed for it before is still there; else today's values are carried over. */
export function choose(session: Session, { target: key }: IntentOf<'choose'>): Moved {
  const { held } = session.reading;
  if (held === undefined) return dropped(session, 'a choice before the cluster was read');
  if (isUnderWay(session.run)) return dropped(session, 'a choice while a run is open');
  const typed = session.draft?.typed[key] ?? carriedOver(key, held.reading.facts);
  const draft: Draft = { key, typed: { ...session.draft?.typed, [key]: typed } };
  const isSame = session.draft?.key === key;
  return judged({
    ...without(session, 'notice', 'run'),
    draft,
    typedName: isSame ? session.typedName : '',
  });
}

/** An option, as typed: an impossible one is shown with its problem and leaves no plan. */
export function configure(session: Session, intent: IntentOf<'configure'>): Moved {
  const { draft, reading } = session;
  if (draft === undefined || reading.held === undefined) return dropped(session, 'an option before a choice');
  if (isUnderWay(session.run)) return dropped(session, 'an option while a run is open');
  const before = draft.typed[draft.key] ?? {};
  if (!fieldsOf(draft, reading.held.reading.facts).includes(intent.option))
    return dropped(session, `${draft.key} has no option ${intent.option}`);
  const typed = { ...draft.typed, [draft.key]: { ...before, [intent.option]: intent.value } };
  return judged({ ...without(session, 'notice', 'run'), draft: { ...draft, typed } });
}

/** The cluster's name, typed to accept what cannot be taken back. */
export function typeName(session: Session, { name }: IntentOf<'typeName'>): Moved {
  if (session.judgement?.plan?.needsTypedName !== true)
    return dropped(session, 'a typed name that no plan asks for');
  if (isUnderWay(session.run)) return dropped(session, 'a typed name while a run is open');
  return moved({ ...session, typedName: name });
}
