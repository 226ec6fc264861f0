import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/core/run-record.js';
import { recordOf } from './conversation.js';
import { minute, started, stepIdOf, words } from './journal.js';

const sending = (stepId: string): RunEvent => ({ kind: 'sending', stepId, atInMs: minute(1) });

describe('a step that waits because nothing good answers', () => {
  const note = (azure: { readonly status?: number; readonly message: string }) => {
    const talk = started();
    const stepId = stepIdOf(talk);
    const waiting: RunEvent = { kind: 'waiting', stepId, reason: 'offline', azure, atInMs: minute(1) };
    talk.tell({ kind: 'runChanged', record: recordOf(talk, [sending(stepId), waiting]) });
    return words(talk.picture().run?.stages[0]?.note);
  };

  it('says that there is no connection only where there is none', () => {
    expect(note({ message: 'fetch failed' })).toContain('there is no connection');
    expect(note({ status: 503, message: 'Service Unavailable' })).toContain('what answers is in trouble');
  });
});
