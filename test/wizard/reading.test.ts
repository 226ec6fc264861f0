import { describe, expect, it } from 'vitest';
import { say } from '../../src/core/message.js';
import { keptOf } from '../../src/wizard/kept.js';
import { managedLoadBalancer, ownWithGateway } from '../fakes/clusters.js';
import { readingOf } from '../fakes/readings.js';
import { converse, converseAbout, openingFor, readOf } from './conversation.js';
import { kinds, ownGateway, words } from './journal.js';

describe('reading the cluster', () => {
  it('is the first thing that a session wants', () => {
    const talk = converse(openingFor(readingOf(ownWithGateway)));
    expect(talk.asked).toEqual([{ kind: 'read', generation: 1 }]);
    expect(talk.picture().reading.kind).toBe('reading');
    expect(talk.picture().rail.map(({ mark }) => mark)).toEqual([
      'running',
      'todo',
      'todo',
      'todo',
      'todo',
      'locked',
      'todo',
    ]);
  });

  it('again drops the answer to the older question, whichever comes first', () => {
    const first = readingOf(ownWithGateway);
    const talk = converse(openingFor(first));
    const late = readOf(talk, first);
    talk.tell({ kind: 'readFailed', generation: 1, problem: { kind: 'offline', message: say('Offline.') } });
    talk.want({ kind: 'refresh' });
    const newer = readingOf({ ...ownWithGateway, eTag: '"e-2"' });
    talk.tell(readOf(talk, newer));
    expect(kinds(talk.tell(late))).toEqual(['log']);
    expect(talk.state().reading.held?.reading).toEqual(newer);
  });

  it('that fails keeps what was known in sight, says that it is older, and allows no start', () => {
    const talk = converseAbout(readingOf(ownWithGateway));
    talk.want(ownGateway);
    talk.want({ kind: 'refresh' });
    talk.tell({ kind: 'readFailed', generation: 2, problem: { kind: 'offline', message: say('Offline.') } });
    const picture = talk.picture();
    expect(picture.today?.pools).toHaveLength(2);
    expect(words(picture.notice?.text)).toContain('could not be read again');
    expect(kinds(talk.wantStart())).toEqual(['log']);
  });

  it('that shows the same cluster leaves the plan as it was, and says nothing', () => {
    const talk = converseAbout(readingOf(ownWithGateway));
    talk.want(ownGateway);
    const digest = talk.picture().plan?.digest;
    talk.want({ kind: 'refresh' });
    talk.tell(readOf(talk, readingOf({ ...ownWithGateway, readAtInMs: 5 })));
    expect(talk.picture().plan?.digest).toBe(digest);
    expect(talk.picture().notice).toBeUndefined();
  });

  it('that shows another cluster makes another plan, and says so', () => {
    const talk = converseAbout(readingOf(ownWithGateway));
    talk.want(ownGateway);
    const digest = talk.picture().plan?.digest;
    talk.want({ kind: 'refresh' });
    talk.tell(readOf(talk, readingOf({ ...ownWithGateway, eTag: '"e-2"' })));
    expect(talk.picture().plan?.digest).not.toBe(digest);
    expect(words(talk.picture().notice?.text)).toContain('has changed since the plan was shown');
  });

  it('a late digest of a plan that is no longer there is dropped', () => {
    const talk = converseAbout(readingOf(ownWithGateway));
    talk.want(ownGateway);
    const effects = talk.tell({ kind: 'digested', generation: 0, digest: 'x' });
    expect(kinds(effects)).toEqual(['log']);
    expect(talk.picture().plan?.digest).not.toBe('x');
  });
});

describe('opening with a target', () => {
  const target = { outboundType: 'managedNATGateway', sku: 'Standard', managedOutboundIPCount: 2 } as const;

  it('chooses it as soon as there are facts, with its options', () => {
    const talk = converseAbout(readingOf(managedLoadBalancer), { target });
    expect(talk.picture().choose?.choices.find(({ chosen }) => chosen)?.key).toBe(
      'managedNATGateway/Standard',
    );
    expect(talk.state().judgement?.target).toMatchObject({ managedOutboundIPCount: 2 });
  });
});

describe('what is kept over a reload', () => {
  it('brings the choice and its options back', () => {
    const before = converseAbout(readingOf(managedLoadBalancer));
    before.want({ kind: 'choose', target: 'managedNATGateway/Standard' });
    before.want({ kind: 'configure', option: 'managedOutboundIPCount', value: '4' });
    before.want({ kind: 'configure', option: 'idleTimeoutInMinutes', value: '' });
    const after = converseAbout(readingOf(managedLoadBalancer), { kept: keptOf(before.state()) });
    expect(after.picture().plan).toEqual(before.picture().plan);
    expect(after.picture().configure).toEqual(before.picture().configure);
  });

  it('never includes that the name was typed: what cannot be taken back is accepted anew', () => {
    const before = converseAbout(readingOf(managedLoadBalancer));
    before.want({ kind: 'choose', target: 'managedNATGateway/StandardV2' });
    before.want({ kind: 'typeName', name: 'shop-test' });
    const after = converseAbout(readingOf(managedLoadBalancer), { kept: keptOf(before.state()) });
    expect(kinds(before.wantStart())).toEqual(['confirm']);
    expect(kinds(after.wantStart())).toEqual(['log']);
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'choose'],
    ['a start', [{ kind: 'start', digest: 'x' }]],
    ['a choice that does not exist', [{ kind: 'choose', target: 'all' }]],
    ['options without a choice', [{ kind: 'configure', option: 'idleTimeoutInMinutes', value: '5' }]],
  ])('is ignored where it is %s', (_what, kept) => {
    expect(converseAbout(readingOf(managedLoadBalancer), { kept }).state().draft).toBeUndefined();
  });
});
