import { assess } from '../../core/assess.js';
import { canonicalJson } from '../../core/canonical-json.js';
import type { Json } from '../../core/json.js';
import { makePlan } from '../../core/make-plan.js';
import { say } from '../../core/message.js';
import { rules } from '../../core/rules/index.js';
import type { SessionEvent } from '../event.js';
import type { Judgement, Moved, Session } from '../session.js';
import { without } from '../session.js';
import { targetOf } from '../target-of.js';
import { isAroundBeingRead, withAroundAskedFor } from './asking-around.js';
import { dropped, moved } from './moved.js';

type Digested = Extract<SessionEvent, { kind: 'digested' }>;

/** Judges the draft by the newest reading and asks for the digest of the plan that follows. */
export function judged(before: Session, digestBefore?: string): Moved {
  const { state: session, effects } = withAroundAskedFor(before);
  const judgedNow = judgedBy(session, digestBefore);
  return { state: judgedNow.state, effects: [...judgedNow.effects, ...effects] };
}

function judgedBy(session: Session, digestBefore: string | undefined): Moved {
  const { draft, reading } = session;
  const bare: Session = without(session, 'judgement');
  if (draft === undefined || reading.held === undefined) return moved(bare);
  const generation = (session.judgement?.generation ?? 0) + 1;
  const { facts } = reading.held.reading;
  const { target, problems } = targetOf(draft, facts);
  const base = {
    generation,
    problems,
    results: target === undefined ? [] : assess(facts, target, rules),
    ...(digestBefore === undefined ? {} : { digestBefore }),
  };
  const withJudgement = (judgement: Judgement): Session => ({ ...bare, judgement });
  if (draft.back !== undefined && draft.back.past === undefined)
    return moved(
      withJudgement({ ...base, none: say('The record of the change to be taken back is being read.') }),
    );
  if (target === undefined)
    return moved(withJudgement({ ...base, none: say('One of the options is not possible.') }));
  const made = makePlan({ reading: reading.held.reading, bodyDigest: reading.held.bodyDigest, target });
  if (made.kind === 'none') return moved(withJudgement({ ...base, target, none: made.because }));
  return moved(withJudgement({ ...base, target, plan: made.plan }), {
    kind: 'digest',
    generation,
    text: canonicalJson(made.plan as unknown as Json),
  });
}

/** The digest of the plan on the screen; where the cluster was read again it also tells whether the plan is the same. */
export function digested(session: Session, event: Digested): Moved {
  const { judgement } = session;
  if (judgement?.plan === undefined || judgement.generation !== event.generation)
    return dropped(session, `a digest of plan ${event.generation}, which is not on the screen`);
  const { digestBefore } = judgement;
  const settled: Session = {
    ...session,
    judgement: { ...without(judgement, 'digestBefore'), digest: event.digest },
  };
  // What stands around the cluster may still bring a step back that stood on the screen.
  if (isAroundBeingRead(session))
    return moved({ ...session, judgement: { ...judgement, digest: event.digest } });
  if (digestBefore === undefined || digestBefore === event.digest) return moved(settled);
  return moved({
    ...settled,
    notice: {
      mark: 'warning',
      text: say('The cluster has changed since the plan was shown. Look at the plan again before you start.'),
    },
  });
}
