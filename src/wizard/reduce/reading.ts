import { keyOf } from '../../core/target.js';
import type { SessionEvent } from '../event.js';
import { carriedOver, typedOf } from '../options-of.js';
import { reachedFrom } from '../reach.js';
import type { Moved, Session } from '../session.js';
import { without } from '../session.js';
import { judged } from './judging.js';
import { dropped, moved } from './moved.js';

type Event<K extends SessionEvent['kind']> = Extract<SessionEvent, { kind: K }>;

/** A fresh look at the cluster. What was known stays in sight until the answer comes. */
export function askToRead(session: Session): Moved {
  const generation = session.reading.generation + 1;
  const reading = { ...without(session.reading, 'problem'), generation, status: 'reading' as const };
  return moved({ ...session, reading }, { kind: 'read', generation });
}

export function read(session: Session, event: Event<'read'>): Moved {
  if (!isAwaited(session, event.generation)) return dropped(session, `late reading ${event.generation}`);
  const { reading, bodyDigest } = event;
  const around = { asked: [], answered: [] };
  const held = { reading, bodyDigest, reached: reachedFrom(reading.facts), around };
  const state: Session = {
    ...session,
    reading: { generation: event.generation, status: 'read', held },
  };
  return judged(withOpeningsTarget(state), session.judgement?.digest);
}

export function readFailed(session: Session, event: Event<'readFailed'>): Moved {
  if (!isAwaited(session, event.generation)) return dropped(session, `late failure ${event.generation}`);
  return moved({ ...session, reading: { ...session.reading, status: 'failed', problem: event.problem } });
}

const isAwaited = ({ reading }: Session, generation: number): boolean =>
  reading.status === 'reading' && reading.generation === generation;

/**
 * The target that the planner was opened with becomes the draft once there are facts to judge it by. It counts once:
 * kept beside a draft, it would come back after that was carried out.
 */
function withOpeningsTarget(session: Session): Session {
  const { target } = session.opening;
  if (target === undefined || session.reading.held === undefined) return session;
  if (session.draft !== undefined) return { ...session, opening: without(session.opening, 'target') };
  const key = keyOf(target);
  const typed = { ...carriedOver(key, session.reading.held.reading.facts), ...typedOf(key, target) };
  const opening = without(session.opening, 'target');
  return { ...session, opening, draft: { key, typed: { [key]: typed } } };
}
