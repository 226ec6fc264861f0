import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/core/run-record.js';
import type { Effect } from '../../src/wizard/effect.js';
import { keptOf } from '../../src/wizard/kept.js';
import { managedLoadBalancer, managedNatGateway, ownNatGateway, ownWithGateway } from '../fakes/clusters.js';
import { readingOf } from '../fakes/readings.js';
import { converse, converseAbout, openingFor, readOf, recordOf, startedAbout } from './conversation.js';
import { allDone, begun, kinds, minute, started, stepIdOf, words } from './journal.js';

const endedUnknown = ({ atInMs, end }: Extract<RunEvent, { kind: 'ended' }>): RunEvent => ({
  kind: 'ended',
  end,
  atInMs,
});

describe('the end of a run', () => {
  it('is followed by a fresh reading, and the choice that was carried out is no draft any more', () => {
    const talk = started();
    const effects = talk.tell({
      kind: 'runReturned',
      outcome: { kind: 'ended', record: recordOf(talk, allDone(talk)) },
    });
    expect(kinds(effects)).toEqual(['read']);
    talk.tell(readOf(talk, readingOf({ ...ownNatGateway, name: 'payments-prod' })));
    expect(talk.state().draft).toBeUndefined();
    expect(talk.picture().rail.at(-1)).toMatchObject({ id: 'result', mark: 'passed' });
  });

  it('tells before and after, what was verified, and what other firewalls have to know', () => {
    const talk = started();
    talk.tell({ kind: 'runReturned', outcome: { kind: 'ended', record: recordOf(talk, allDone(talk)) } });
    const result = talk.picture().result;
    expect(words(result?.answer)).toBe('Done in 3 min 0 s: the cluster leaves from 192.0.2.7');
    expect(result).toMatchObject({ mark: 'passed', before: ['198.51.100.40/30'], after: ['192.0.2.7'] });
    expect(result?.verified.map(words)).toContain('networkProfile.outboundType is userAssignedNATGateway');
    const [copied] = talk.want({ kind: 'copy', what: 'message' });
    expect(copied).toMatchObject({ kind: 'copy' });
    expect((copied as Extract<Effect, { kind: 'copy' }>).text).toMatch(
      /Allow: 192\.0\.2\.7\nRemove.*198\.51\.100\.40\/30/,
    );
    expect(talk.want({ kind: 'copy', what: 'newAddresses' })).toMatchObject([{ text: '192.0.2.7' }]);
  });

  it('does not pass unknown addresses off as the same, nor as none, after a change behind a firewall', () => {
    const talk = started();
    const events = allDone(talk).map((event) => (event.kind === 'ended' ? endedUnknown(event) : event));
    talk.tell({ kind: 'runReturned', outcome: { kind: 'ended', record: recordOf(talk, events) } });
    const { result, footer } = talk.picture();
    expect(result?.before).toEqual(['198.51.100.40/30']);
    expect(result).not.toHaveProperty('after');
    expect(words(footer.more)).toContain('Ask those who run its network');
    expect(footer.next).toMatchObject({ intent: { kind: 'copy', what: 'message' } });
    const letter = result?.tell.map(words).join('\n');
    expect(letter).toContain('Until now it left from: 198.51.100.40/30');
    expect(letter).not.toContain('Remove');
    expect(kinds(talk.want({ kind: 'copy', what: 'newAddresses' }))).not.toContain('copy');
  });

  it('says that partners see the same addresses only where they are known to be the same', () => {
    const talk = started();
    const events = allDone(talk).map((event) =>
      event.kind === 'ended' ? { ...event, addresses: ['198.51.100.40/30'] } : event,
    );
    talk.tell({ kind: 'runReturned', outcome: { kind: 'ended', record: recordOf(talk, events) } });
    expect(words(talk.picture().footer.more)).toBe('The addresses that partners see are the same as before.');
    expect(talk.picture().result?.tell).toEqual([]);
  });

  it('says first that the API server does not let the new address in, with the command that does', () => {
    const reading = readingOf({ ...managedLoadBalancer, authorizedIPRanges: ['192.0.2.0/24'] });
    const talk = startedAbout(reading, { kind: 'choose', target: 'managedNATGateway/Standard' });
    const [step] = recordOf(talk, []).plan.steps;
    const events: readonly RunEvent[] = [
      { kind: 'started', atInMs: minute(0) },
      { kind: 'stepEnded', stepId: step!.id, end: 'succeeded', atInMs: minute(3) },
      { kind: 'ended', end: 'succeeded', addresses: ['198.51.100.1'], atInMs: minute(3) },
    ];
    talk.tell({ kind: 'runReturned', outcome: { kind: 'ended', record: recordOf(talk, events) } });
    const { result, footer } = talk.picture();
    expect(words(result?.left?.[0])).toContain('Let 198.51.100.1/32 in at the API server now');
    expect(result?.mark).toBe('warning');
    expect(footer.next).toMatchObject({ intent: { kind: 'copy', what: 'rangesCommand' } });
    expect(talk.want({ kind: 'copy', what: 'rangesCommand' })).toMatchObject([
      {
        text: expect.stringContaining(
          '--api-server-authorized-ip-ranges 192.0.2.0/24,198.51.100.1/32',
        ) as unknown,
      },
    ]);
    const letIn = { ...managedLoadBalancer, authorizedIPRanges: ['192.0.2.0/24', '198.51.100.1/32'] };
    talk.tell(readOf(talk, readingOf({ ...letIn, readAtInMs: minute(9) })));
    expect(talk.picture().footer.next).toMatchObject({ intent: { what: 'message' } });
    expect(talk.picture().result?.mark).toBe('passed');
  });

  it('says nothing of ranges where nodes have a private path, or everybody is let in', () => {
    for (const more of [{ authorizedIPRanges: ['192.0.2.0/24'], enablePrivateCluster: true }, {}]) {
      const reading = readingOf({ ...managedLoadBalancer, ...more });
      const talk = startedAbout(reading, { kind: 'choose', target: 'managedNATGateway/Standard' });
      const events: readonly RunEvent[] = [
        { kind: 'ended', end: 'succeeded', addresses: ['198.51.100.1'], atInMs: minute(3) },
      ];
      talk.tell({ kind: 'runReturned', outcome: { kind: 'ended', record: recordOf(talk, events) } });
      expect(talk.picture().footer.next).toMatchObject({ intent: { what: 'message' } });
    }
  });

  it('leaves what was chosen, set and accepted in sight beside the result', () => {
    const talk = startedAbout(readingOf(managedLoadBalancer), {
      kind: 'choose',
      target: 'managedNATGateway/Standard',
    });
    const atStart = talk.picture();
    expect(words(atStart.rail[3]?.fact)).toMatch(/warning/);
    talk.tell({ kind: 'runReturned', outcome: { kind: 'ended', record: recordOf(talk, allDone(talk)) } });
    talk.tell(readOf(talk, readingOf(managedNatGateway)));
    const { rail, configure, check } = talk.picture();
    expect(rail.slice(1, 4).map(({ fact, mark }) => [words(fact), mark])).toEqual([
      ['NAT gateway run by AKS', 'passed'],
      [words(atStart.rail[2]?.fact), 'passed'],
      [`${words(atStart.rail[3]?.fact)} accepted`, 'passed'],
    ]);
    expect(words(configure?.more)).toContain('Idle timeout: 30 minutes.');
    expect(configure?.fields).toEqual([]);
    const warnings = check?.groups.find(({ mark }) => mark === 'warning')?.findings ?? [];
    expect(warnings).toEqual(atStart.check?.groups.find(({ mark }) => mark === 'warning')?.findings);
    expect(kinds(talk.want({ kind: 'openRule', ruleId: warnings[0]!.ruleId }))).toEqual(['openRule']);
  });

  it('is told in its change record with the findings that were accepted, also after the end', () => {
    const talk = startedAbout(readingOf(managedLoadBalancer), {
      kind: 'choose',
      target: 'managedNATGateway/Standard',
    });
    const recordText = (): string => {
      const [exported] = talk.want({ kind: 'export', format: 'markdown' });
      return (exported as Extract<Effect, { kind: 'export' }>).text;
    };
    const during = recordText();
    talk.tell({ kind: 'runReturned', outcome: { kind: 'ended', record: recordOf(talk, allDone(talk)) } });
    talk.tell(readOf(talk, readingOf(managedNatGateway)));
    expect(during).toContain('Connections');
    expect(recordText()).toBe(during);
  });

  it('tells of a run from before a reload what the journal knows, and claims no acceptance', () => {
    const before = started();
    const record = recordOf(before, allDone(before));
    const talk = converseAbout(readingOf({ ...ownNatGateway, name: 'payments-prod' }));
    talk.tell({ kind: 'runs', runs: [{ kind: 'record', record }] });
    const { rail, check } = talk.picture();
    expect(words(rail[1]?.fact)).toBe('Your own NAT gateway');
    expect(words(rail[3]?.fact)).toBe('Before the start');
    expect(check).toBeUndefined();
  });

  it('says what was copied once it is on the clipboard, until the next act', () => {
    const talk = started();
    talk.tell({ kind: 'runReturned', outcome: { kind: 'ended', record: recordOf(talk, allDone(talk)) } });
    talk.want({ kind: 'copy', what: 'message' });
    expect(talk.picture().copied).toBeUndefined();
    talk.tell({ kind: 'copied', what: 'message' });
    expect(talk.picture().copied?.what).toBe('message');
    expect(words(talk.picture().copied?.said)).toBe('The message for firewall owners is on the clipboard.');
    talk.want({ kind: 'copy', what: 'newAddresses' });
    expect(talk.picture().copied).toBeUndefined();
  });

  it('warns when something changed that nobody meant to change', () => {
    const talk = started();
    const events = allDone(talk).map((event) =>
      event.kind === 'stepEnded'
        ? { ...event, differences: [{ path: ['tags', 'owner'], before: 'payments', after: 'nobody' }] }
        : event,
    );
    talk.tell({ kind: 'runReturned', outcome: { kind: 'ended', record: recordOf(talk, events) } });
    expect(talk.picture().result).toMatchObject({
      mark: 'warning',
      differences: expect.arrayContaining(['tags.owner: payments → nobody']) as unknown,
    });
  });

  it('tells apart what Azure filled in by itself, and does not warn of it', () => {
    const talk = started();
    const path = ['properties', 'agentPoolProfiles', 0, 'enableAutoScaling'];
    const events = allDone(talk).map((event) =>
      event.kind === 'stepEnded' ? { ...event, differences: [{ path, after: false }] } : event,
    );
    talk.tell({ kind: 'runReturned', outcome: { kind: 'ended', record: recordOf(talk, events) } });
    const { result } = talk.picture();
    expect(result?.mark).toBe('passed');
    expect(result?.differences).toContain(
      'Azure filled in a default: properties.agentPoolProfiles.0.enableAutoScaling false',
    );
  });

  const refusal = {
    status: 400,
    code: 'BadRequest',
    subcode: 'SubnetNotAssociatedWithNATGateway',
    message: 'Subnet must have a NAT gateway',
    requestId: 'r-1',
  };

  it.each(['failed', 'canceled'] as const)(
    'in %s after Azure took the type says that a new plan lets Azure finish it',
    (end) => {
      const more = (outboundType: string) => {
        const talk = started();
        const events: readonly RunEvent[] = [
          ...begun(talk),
          { kind: 'stepEnded', stepId: stepIdOf(talk), end, azure: refusal, atInMs: minute(2) },
          { kind: 'ended', end, outboundType, atInMs: minute(2) },
        ];
        talk.tell({ kind: 'runReturned', outcome: { kind: 'ended', record: recordOf(talk, events) } });
        return words(talk.picture().result?.more);
      };
      expect(more('userAssignedNATGateway')).toContain('the new plan sends the same once more');
      expect(more('loadBalancer')).not.toContain('once more');
    },
  );

  it.each([
    ['failed', 'Step 1 failed in Azure'],
    ['refused', 'Azure refused step 1'],
    ['canceled', 'Step 1 was canceled'],
    ['unverified', 'Azure says done, but the cluster does not show it'],
    ['stale', 'Azure refused step 1, because the cluster takes no change now; nothing was changed'],
  ] as const)("in '%s' has its own sentence, Azure's own words and a way on", (end, answer) => {
    const talk = started();
    const events: readonly RunEvent[] = [
      ...begun(talk),
      { kind: 'stepEnded', stepId: stepIdOf(talk), end, azure: refusal, atInMs: minute(2) },
      { kind: 'ended', end, atInMs: minute(2) },
    ];
    talk.tell({ kind: 'runReturned', outcome: { kind: 'ended', record: recordOf(talk, events) } });
    const { result, footer } = talk.picture();
    expect(words(result?.answer)).toBe(answer);
    expect(result?.azure).toEqual({
      code: 'BadRequest / SubnetNotAssociatedWithNATGateway',
      message: 'Subnet must have a NAT gateway',
      requestId: 'r-1',
    });
    expect(footer.next).toMatchObject({ intent: { kind: 'planAgain' } });
    expect(talk.state().draft?.key).toBe('userAssignedNATGateway');
    const [copied] = talk.want({ kind: 'copy', what: 'refusal' });
    expect(JSON.parse((copied as Extract<Effect, { kind: 'copy' }>).text)).toEqual(refusal);
    talk.tell(readOf(talk, readingOf(ownWithGateway)));
    expect(kinds(talk.want({ kind: 'planAgain' }))).toEqual(['read']);
  });

  it.each(['failed', 'canceled', 'unverified'] as const)(
    "in '%s' claims no new addresses, and tells nobody to take an old one off a list",
    (end) => {
      const talk = started();
      const events: readonly RunEvent[] = [
        ...begun(talk),
        { kind: 'stepEnded', stepId: stepIdOf(talk), end, azure: refusal, atInMs: minute(2) },
        { kind: 'ended', end, addresses: ['198.51.100.77'], atInMs: minute(2) },
      ];
      talk.tell({ kind: 'runReturned', outcome: { kind: 'ended', record: recordOf(talk, events) } });
      expect(talk.picture().result).toMatchObject({ before: [], after: [], tell: [] });
      expect(kinds(talk.want({ kind: 'copy', what: 'message' }))).not.toContain('copy');
    },
  );

  it('in failure stands beside its repeat after a reload, with the same next act as any plan', () => {
    const before = started();
    const stepEnded = {
      kind: 'stepEnded',
      stepId: stepIdOf(before),
      end: 'failed',
      azure: refusal,
      atInMs: minute(2),
    } as const;
    const record = recordOf(before, [
      ...begun(before),
      stepEnded,
      { kind: 'ended', end: 'failed', atInMs: minute(2) },
    ]);
    const talk = converse(openingFor(readingOf(ownWithGateway), { kept: keptOf(before.state()) }));
    talk.tell({ kind: 'runs', runs: [{ kind: 'record', record }] });
    talk.tell(readOf(talk, readingOf(ownWithGateway)));
    expect(talk.picture().result?.azure?.message).toBe('Subnet must have a NAT gateway');
    expect(talk.picture().footer.next).toMatchObject({ intent: { kind: 'start' } });
  });

  it('seen again after a reload is the result of the last change, until something else is chosen', () => {
    const before = started();
    const record = recordOf(before, allDone(before));
    const talk = converse(openingFor(readingOf(ownWithGateway)));
    talk.tell({ kind: 'runs', runs: [{ kind: 'record', record }] });
    talk.tell(readOf(talk, readingOf(ownWithGateway)));
    expect(talk.picture().result?.after).toEqual(['192.0.2.7']);
    expect(talk.picture().footer.next).toMatchObject({ goTo: 'choose' });
    talk.want({ kind: 'choose', target: 'userDefinedRouting' });
    expect(talk.picture().result).toBeUndefined();
  });
});
