import { describe, expect, it } from 'vitest';
import { managedLoadBalancer, ownWithGateway, withAuthorizedRanges } from '../../fakes/clusters.js';
import { readingOf } from '../../fakes/readings.js';
import { converseAbout } from '../conversation.js';
import { ownGateway, words } from '../journal.js';

const natGateway = { kind: 'choose', target: 'managedNATGateway/Standard' } as const;

describe('Plan', () => {
  it('shows for each step what is sent, how it is verified, what it interrupts and how it is undone', () => {
    const talk = converseAbout(readingOf(withAuthorizedRanges));
    talk.want(ownGateway);
    const steps = talk.picture().plan?.steps ?? [];
    expect(steps.length).toBeGreaterThan(1);
    for (const step of steps) {
      expect(step.request).toMatch(
        /^PUT managedClusters\/payments-prod\?api-version=2026-\d\d-\d\d, If-Match$/,
      );
      expect(step.diff.some(({ sign }) => sign !== ' ')).toBe(true);
      for (const part of [step.title, step.why, step.verify, step.interruption, step.undo])
        expect(words(part)).not.toMatch(/^$|[{}]/);
    }
  });

  it('promises no If-Match where Azure named no eTag', () => {
    const talk = converseAbout(readingOf({ ...managedLoadBalancer, eTag: null }));
    talk.want(natGateway);
    const requests = (talk.picture().plan?.steps ?? []).map(({ request }) => request);
    expect(requests.length).toBeGreaterThan(0);
    expect(requests.join('\n')).not.toContain('If-Match');
  });

  it('compares each step with the body that the step before it leaves', () => {
    const talk = converseAbout(readingOf(withAuthorizedRanges));
    talk.want(ownGateway);
    const [first, second] = talk.picture().plan?.steps ?? [];
    const [opened] = talk.want({ kind: 'openDiff', stepId: second!.id });
    if (opened?.kind !== 'openDiff') throw new Error('no diff');
    expect(first!.diff.some(({ sign, text }) => sign === '+' && text.includes('198.51.100.40/30'))).toBe(
      true,
    );
    expect(JSON.stringify(opened.before)).toContain('198.51.100.40/30');
    expect(JSON.stringify(opened.before)).toContain('"outboundType":"loadBalancer"');
    expect(JSON.stringify(opened.after)).toContain('"outboundType":"userAssignedNATGateway"');
  });

  it('marks the moment when traffic moves, and a door that may not open again', () => {
    const moments = (target: 'managedNATGateway/Standard' | 'managedNATGateway/StandardV2') => {
      const talk = converseAbout(readingOf(managedLoadBalancer));
      talk.want({ kind: 'choose', target });
      const { plan, glance, rail } = talk.picture();
      const moment = plan?.steps.find((step) => step.moment !== undefined)?.moment;
      return [
        words(moment?.text),
        words(glance[2]?.value),
        words(rail.find(({ id }) => id === 'plan')?.fact),
      ];
    };
    expect(moments('managedNATGateway/StandardV2')).toEqual([
      'One-way door: after step 1 there is no way back',
      'None',
      'No way back: to accept',
    ]);
    expect(moments('managedNATGateway/Standard')).toEqual([
      'Perhaps a one-way door: after step 1 nobody promises a way back',
      'Not promised',
      'Way back not promised',
    ]);
  });

  it('says of a cluster that had no way out that it gets one, not that its address changes', () => {
    const talk = converseAbout(readingOf({ ...managedLoadBalancer, outboundType: 'none', addresses: [] }));
    talk.want({ kind: 'choose', target: 'loadBalancer' });
    const moment = talk.picture().plan?.steps.find((step) => step.moment !== undefined)?.moment;
    expect(words(moment?.text)).toBe(
      'Here the cluster gets a way out: from step 1 on partners see where it comes from',
    );
  });

  it('says that the way back from isolation takes new nodes', () => {
    const isolated = { artifactSource: 'Cache', enablePrivateCluster: true };
    const talk = converseAbout(readingOf({ ...managedLoadBalancer, ...isolated }));
    talk.want({ kind: 'choose', target: 'none' });
    const steps = talk.picture().plan?.steps ?? [];
    const undo = steps.find(({ id }) => id === 'outbound-type')?.undo;
    expect(words(undo)).toBe(
      'Change the type back to the load balancer; every pool has to be re-imaged then.',
    );
  });

  it('says that traffic keeps its way where the gateway took it before', () => {
    const talk = converseAbout(readingOf(ownWithGateway));
    talk.want(ownGateway);
    const { plan, glance } = talk.picture();
    expect(words(plan?.answer)).toMatch(/traffic keeps its way$/);
    expect(plan?.steps.every(({ moment }) => moment === undefined)).toBe(true);
    // Once: a second line that says the same in other words makes one look for the difference.
    expect(words(glance[1]?.value)).toContain('traffic has moved already');
    expect(glance[1]?.detail).toBeUndefined();
  });

  it('leaves as az commands, Markdown and JSON', () => {
    const talk = converseAbout(readingOf(ownWithGateway));
    talk.want(ownGateway);
    for (const format of ['azCli', 'markdown', 'json'] as const) {
      const [effect] = talk.want({ kind: 'export', format });
      if (effect?.kind !== 'export') throw new Error('no export');
      expect(effect.fileName).toMatch(/^payments-prod-egress\.(sh|md|json)$/);
      expect(effect.text).toContain('userAssignedNATGateway');
    }
    const [copied] = talk.want({ kind: 'copy', what: 'azCommands' });
    expect(copied).toMatchObject({ kind: 'copy', text: expect.stringContaining('az aks update') as unknown });
  });

  it('offers nothing to export before there is a plan', () => {
    const talk = converseAbout(readingOf(managedLoadBalancer));
    expect(talk.want({ kind: 'export', format: 'json' })).toMatchObject([{ kind: 'log' }]);
    talk.want(natGateway);
    expect(talk.want({ kind: 'export', format: 'json' })).toMatchObject([{ kind: 'export' }]);
  });
});
