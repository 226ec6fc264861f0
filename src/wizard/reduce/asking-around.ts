import { partsFor } from '../../core/surroundings-wanted.js';
import type { Moved, Session } from '../session.js';
import { targetOf } from '../target-of.js';
import { moved } from './moved.js';

/** Asks for what the chosen target needs to know of what stands around the cluster, each part once for a reading. */
export function withAroundAskedFor(session: Session): Moved {
  const { draft, reading } = session;
  const { held, generation } = reading;
  if (draft === undefined || held === undefined || reading.status !== 'read') return moved(session);
  const { target } = targetOf(draft, held.reading.facts);
  if (target === undefined) return moved(session);
  const { asked } = held.around;
  const parts = partsFor(held.reading.facts, target).filter((part) => !asked.includes(part));
  if (parts.length === 0) return moved(session);
  const around = { ...held.around, asked: [...asked, ...parts] };
  return moved(
    { ...session, reading: { ...reading, held: { ...held, around } } },
    { kind: 'readAround', generation, reading: held.reading, parts },
  );
}

/** True while something that was asked for has not come yet. */
export const isAroundBeingRead = ({ reading }: Session): boolean => {
  const { asked = [], answered = [] } = reading.held?.around ?? {};
  return asked.some((part) => !answered.includes(part));
};
