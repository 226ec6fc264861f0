import type { RunRecord } from './run-record.js';

/** True once a run has ended, whatever is told of it afterwards. */
export const hasEnded = ({ events }: Pick<RunRecord, 'events'>): boolean =>
  events.some(({ kind }) => kind === 'ended');
