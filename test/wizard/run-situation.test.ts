import { describe, expect, it } from 'vitest';
import { format } from '../../src/core/message.js';
import type { Send } from '../../src/core/plan.js';
import type { RunEvent, RunRecord } from '../../src/core/run-record.js';
import { repeatSafety } from '../../src/wizard/repeat-safety.js';
import { canBeAborted, runsBesideCluster } from '../../src/wizard/run-situation.js';
import { recordOf } from './conversation.js';
import { started } from './journal.js';

const sends: Readonly<Record<string, Send>> = {
  network: {
    kind: 'network',
    method: 'PUT',
    resourceId: '/subnet',
    apiVersion: '1',
    edits: [],
  },
  made: { kind: 'network', method: 'PUT', resourceId: '/a', apiVersion: '1', edits: [], create: {} },
  register: { kind: 'register', method: 'POST', resourceId: '/f', apiVersion: '1' },
  reimage: { kind: 'reimage', method: 'POST', resourceId: '/agentPools/p', apiVersion: '1' },
};

/** A run whose only step sends this, and is at work. */
function atWork(kind: string, eTag?: string): RunRecord {
  const record = recordOf(started(), []);
  const [step] = record.plan.steps;
  const send = sends[kind] ?? step!.send;
  const events: readonly RunEvent[] = [
    { kind: 'sending', stepId: step!.id, atInMs: 1, ...(eTag === undefined ? {} : { eTag }) },
    { kind: 'accepted', stepId: step!.id, status: 200, atInMs: 2 },
  ];
  return { ...record, plan: { ...record.plan, steps: [{ ...step!, send }] }, events };
}

describe('a step at work', () => {
  it('can be aborted where it changes the cluster', () => {
    expect(canBeAborted(atWork('cluster'))).toBe(true);
    expect(runsBesideCluster(atWork('cluster'))).toBe(false);
  });

  it.each(['network', 'made', 'register', 'reimage'])('cannot be aborted where it does not: %s', (kind) => {
    expect(canBeAborted(atWork(kind))).toBe(false);
    expect(runsBesideCluster(atWork(kind))).toBe(true);
  });
});

describe('sending again', () => {
  it.each([
    ['cluster', 'e1', 'Azure refuses the second'],
    ['network', 'e1', 'Azure refuses the second'],
    ['cluster', undefined, 'would be made twice'],
    ['made', undefined, 'nothing is done twice'],
    ['register', undefined, 'nothing is done twice'],
    ['reimage', undefined, 'made anew twice'],
  ] as const)('a step of kind %s with eTag %s is told as safe as it is', (kind, eTag, words) => {
    expect(format(repeatSafety(atWork(kind, eTag)))).toContain(words);
  });
});
