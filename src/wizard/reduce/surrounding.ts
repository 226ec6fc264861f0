import type { SessionEvent } from '../event.js';
import type { AroundState, Held, Moved, Session } from '../session.js';
import { without } from '../session.js';
import { judged } from './judging.js';
import { dropped } from './moved.js';

type Event<K extends SessionEvent['kind']> = Extract<SessionEvent, { kind: K }>;

/** More of what stands around the cluster: the draft is judged again, by more. */
export function aroundRead(session: Session, event: Event<'aroundRead'>): Moved {
  return taken(session, event, (held) => {
    const { facts } = held.reading;
    const around = { ...facts.around, ...event.around };
    const { asked, answered } = held.around;
    return {
      ...held,
      reading: { ...held.reading, facts: { ...facts, around } },
      around: { asked, answered: [...answered, ...event.parts] },
    };
  });
}

/** None of it came: what depends on it is unknown, and the reason is told once. */
export function aroundFailed(session: Session, event: Event<'aroundFailed'>): Moved {
  return taken(session, event, (held) => {
    const answered = [...held.around.answered, ...event.parts];
    const around: AroundState = { ...without(held.around, 'problem'), answered, problem: event.problem };
    return { ...held, around };
  });
}

function taken(
  session: Session,
  { generation }: Event<'aroundRead' | 'aroundFailed'>,
  change: (held: Held) => Held,
): Moved {
  const { held } = session.reading;
  if (held === undefined || session.reading.generation !== generation || session.reading.status !== 'read')
    return dropped(session, `late surroundings of reading ${generation}`);
  const state: Session = { ...session, reading: { ...session.reading, held: change(held) } };
  return judged(state, session.judgement?.digestBefore);
}
