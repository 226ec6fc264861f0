import type { Effect } from '../effect.js';
import type { Moved, Session } from '../session.js';

/** A step that changed something, and asks for what follows. */
export const moved = (state: Session, ...effects: readonly Effect[]): Moved => ({ state, effects });

/** Something that the state does not allow, or that came too late: nothing changes, and the log says so. */
export const dropped = (session: Session, why: string): Moved => ({
  state: session,
  effects: [{ kind: 'log', line: `dropped: ${why}` }],
});
