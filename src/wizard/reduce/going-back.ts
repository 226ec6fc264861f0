import type { ClusterFacts } from '../../core/facts.js';
import { say } from '../../core/message.js';
import type { RunRecord } from '../../core/run-record.js';
import type { Intent } from '../intent.js';
import { networkDefaults } from '../network-options.js';
import { isUnderWay } from '../run-situation.js';
import type { Draft, Moved, Session } from '../session.js';
import { without } from '../session.js';
import { goingBackFrom, typedAsBefore } from '../way-back.js';
import { judged } from './judging.js';
import { dropped, moved } from './moved.js';

/** The way back from the run whose result is in sight: the type and the settings of before, as a draft like any other. */
export function goBack(session: Session, { runId }: Extract<Intent, { kind: 'wayBack' }>): Moved {
  const { held } = session.reading;
  const record = session.run?.record;
  if (held === undefined) return dropped(session, 'a way back before the cluster was read');
  if (isUnderWay(session.run)) return dropped(session, 'a way back while a run is open');
  if (record === undefined || (runId !== undefined && runId !== record.runId))
    return dropped(session, 'a way back from a run that is not in sight');
  const draft = draftBack(record, held.reading.facts);
  if (draft === undefined) return dropped(session, 'a way back to a type that nobody knows');
  const typed = { ...session.draft?.typed, ...draft.typed };
  return judged({ ...without(session, 'notice', 'run'), draft: { ...draft, typed }, typedName: '' });
}

function draftBack(record: RunRecord, facts: ClusterFacts): Draft | undefined {
  const { key } = record.plan.from;
  if (key === undefined) return undefined;
  const back = goingBackFrom(record);
  const typed = { ...networkDefaults(key, facts), ...typedAsBefore(record, facts, back.past.undoing) };
  return { key, typed: { [key]: typed }, back };
}

/** After a reload the journal tells what a kept way back takes back; without its record it is an ordinary choice. */
export function backFound(session: Session, records: readonly RunRecord[]): Moved {
  const { draft } = session;
  if (draft?.back === undefined || draft.back.past !== undefined) return moved(session);
  const record = records.find(({ runId }) => runId === draft.back?.runId);
  if (record !== undefined) return judged({ ...session, draft: { ...draft, back: goingBackFrom(record) } });
  return judged({
    ...session,
    draft: without(draft, 'back'),
    notice: {
      mark: 'warning',
      text: say(
        'The record of the change to be taken back is not there any more: this is an ordinary plan now.',
      ),
    },
  });
}
