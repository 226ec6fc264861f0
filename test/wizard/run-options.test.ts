import { describe, expect, it } from 'vitest';
import { keptOf } from '../../src/wizard/kept.js';
import { ownLoadBalancer } from '../fakes/clusters.js';
import { readingOf } from '../fakes/readings.js';
import { converseAbout, recordOf, startedAbout } from './conversation.js';
import { begun, words } from './journal.js';

describe('a run that goes on', () => {
  it('shows its own options as set, also after a reload that brought the choice back beside a changed network', () => {
    const target = { kind: 'choose', target: 'userAssignedNATGateway' } as const;
    const before = startedAbout(readingOf(ownLoadBalancer), target);
    const record = recordOf(before, []);
    const made = { ...ownLoadBalancer, gateways: { 'ng-payments-prod': { addresses: ['198.51.100.9'] } } };
    const talk = converseAbout(readingOf(made), { kept: keptOf(before.state()) });
    talk.tell({ kind: 'runs', runs: [{ kind: 'record', record }] });
    talk.tell({ kind: 'runChanged', record: { ...record, events: begun(before) } });
    const { configure, rail } = talk.picture();
    expect(configure?.fields).toEqual([]);
    expect(words(configure?.answer)).toBe('Set for this change');
    expect(rail.find(({ id }) => id === 'configure')?.mark).toBe('passed');
  });
});
