import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/core/run-record.js';
import type { Intent } from '../../src/wizard/intent.js';
import type { Opening } from '../../src/wizard/opening.js';
import { managedLoadBalancer } from '../fakes/clusters.js';
import { readingOf } from '../fakes/readings.js';
import { recordOf, startedAbout } from './conversation.js';
import { minute } from './journal.js';

/** A change of a cluster whose API server lets few addresses in, ended as told. */
function ended(kind: Opening['world']['kind'], end: 'succeeded' | 'failed') {
  const reading = readingOf({ ...managedLoadBalancer, authorizedIPRanges: ['192.0.2.0/24'] });
  const choose = { kind: 'choose', target: 'managedNATGateway/Standard' } as const;
  const talk = startedAbout(reading, choose, { world: { kind, label: { template: kind } } });
  const [step] = recordOf(talk, []).plan.steps;
  const refusal = { status: 400, code: 'BadRequest', message: 'No.', body: '{}' };
  const events: readonly RunEvent[] = [
    { kind: 'started', atInMs: minute(0) },
    {
      kind: 'stepEnded',
      stepId: step!.id,
      end,
      atInMs: minute(3),
      ...(end === 'failed' ? { azure: refusal } : {}),
    },
    { kind: 'ended', end, addresses: ['198.51.100.1'], atInMs: minute(3) },
  ];
  talk.tell({ kind: 'runReturned', outcome: { kind: 'ended', record: recordOf(talk, events) } });
  return talk;
}

type Leaving = readonly [what: string, intent: Intent, end: 'succeeded' | 'failed'];

/** All words that leave the planner for others. Bare addresses are left as they are: they are pasted into fields. */
const leaving: readonly Leaving[] = [
  ['the message for keepers of firewalls', { kind: 'copy', what: 'message' }, 'succeeded'],
  ['the command that lets addresses in', { kind: 'copy', what: 'rangesCommand' }, 'succeeded'],
  ['the az commands', { kind: 'copy', what: 'azCommands' }, 'succeeded'],
  ["Azure's own words for a ticket", { kind: 'copy', what: 'refusal' }, 'failed'],
  ['the plan as az commands', { kind: 'export', format: 'azCli' }, 'succeeded'],
  ['the plan as Markdown', { kind: 'export', format: 'markdown' }, 'succeeded'],
  ['the plan as JSON', { kind: 'export', format: 'json' }, 'succeeded'],
];

describe.each(leaving)('%s', (_what, intent, end) => {
  const text = (kind: Opening['world']['kind']): string => {
    const [effect] = ended(kind, end).want(intent);
    return effect !== undefined && 'text' in effect ? effect.text : '';
  };

  it('says of a cluster in the sandbox that it is one, and says nothing of it of one in Azure', () => {
    expect(text('sandbox')).toMatch(/sandbox/i);
    expect(text('azure')).not.toBe('');
    expect(text('azure')).not.toMatch(/sandbox/i);
  });
});
