import { describe, expect, it } from 'vitest';
import { format } from '../../src/core/message.js';
import type { Effect } from '../../src/wizard/effect.js';
import { step } from '../../src/wizard/step.js';
import {
  managedLoadBalancer,
  managedNatGateway,
  ownLoadBalancer,
  ownWithGateway,
} from '../fakes/clusters.js';
import { readingOf } from '../fakes/readings.js';
import type { Conversation } from './conversation.js';
import { converseAbout, readOf } from './conversation.js';

const natGateway = { kind: 'choose', target: 'managedNATGateway/Standard' } as const;
const ownGateway = { kind: 'choose', target: 'userAssignedNATGateway' } as const;
const yes = { kind: 'confirmed', question: 'start', yes: true } as const;
const kinds = (effects: readonly Effect[]) => effects.map(({ kind }) => kind);
const confirmOf = (effects: readonly Effect[]) => effects.find((effect) => effect.kind === 'confirm');
const started = ({ asked }: Conversation) => asked.filter(({ kind }) => kind === 'start').length;

describe('a start', () => {
  it('is asked for in a dialog of the host, and happens after the yes', () => {
    const talk = converseAbout(readingOf(ownWithGateway));
    talk.want(ownGateway);
    expect(kinds(talk.wantStart())).toEqual(['confirm']);
    expect(started(talk)).toBe(0);
    const [effect] = talk.tell(yes);
    expect(effect).toMatchObject({
      kind: 'start',
      order: {
        digest: talk.state().judgement?.digest,
        plan: { target: { outboundType: 'userAssignedNATGateway' } },
      },
    });
  });

  it('carries the addresses of before, by the actual path', () => {
    const talk = converseAbout(readingOf(ownWithGateway));
    talk.want(ownGateway);
    talk.wantStart();
    talk.tell(yes);
    const order = talk.asked.find((effect) => effect.kind === 'start')?.order;
    expect(order?.addressesBefore).toEqual(['198.51.100.40/30']);
  });

  it('does not happen after a no', () => {
    const talk = converseAbout(readingOf(ownWithGateway));
    talk.want(ownGateway);
    talk.wantStart();
    talk.tell({ ...yes, yes: false });
    talk.tell(yes);
    expect(started(talk)).toBe(0);
  });

  it('names the cluster, where it is, the three consequences and what is accepted', () => {
    const talk = converseAbout(readingOf(managedLoadBalancer));
    talk.want(natGateway);
    talk.want({ kind: 'typeName', name: 'shop-test' });
    const confirm = confirmOf(talk.wantStart());
    const words = confirm === undefined ? '' : `${format(confirm.title)}\n${format(confirm.detail)}`;
    expect(words).toContain('Change shop-test from the load balancer to a NAT gateway run by AKS?');
    expect(words).toContain(
      'Azure, for real: cluster shop-test in resource group rg-shop-test, subscription Contoso Payments',
    );
    for (const term of ['Partners will see: ', 'Interruption: ', 'Way back: ']) expect(words).toContain(term);
    for (const finding of talk.picture().check?.groups.find(({ mark }) => mark === 'warning')?.findings ?? [])
      expect(words).toContain(format(finding.title));
  });

  it('says what will be created, and in which resource group', () => {
    const talk = converseAbout(readingOf(ownLoadBalancer));
    talk.want({ kind: 'choose', target: 'userAssignedNATGateway' });
    const detail = format(confirmOf(talk.wantStart())?.detail ?? { template: '' });
    expect(detail).toMatch(
      /^Created in resource group rg-network: public address pip-ng-\S+, NAT gateway ng-\S+$/m,
    );
    const { plan, configure } = talk.picture();
    expect(plan?.steps.slice(0, 2).map(({ title }) => format(title))).toEqual([
      expect.stringMatching(/^Create public address \S+ in rg-network$/),
      expect.stringMatching(/^Create NAT gateway \S+ in rg-network$/),
    ]);
    const help = configure?.fields.find(({ option }) => option === 'gatewayName')?.help;
    expect(format(help ?? { template: '' })).toMatch(/^Created in rg-network, the resource group of /);
  });

  it('says Sandbox in the dialog and on its button', () => {
    const reading = readingOf(ownWithGateway);
    const talk = converseAbout(reading, { world: { kind: 'sandbox', label: { template: 'Sandbox' } } });
    talk.want(ownGateway);
    const confirm = confirmOf(talk.wantStart());
    expect(format(confirm?.detail ?? { template: '' })).toContain('Sandbox: nothing reaches Azure.');
    expect(format(confirm?.detail ?? { template: '' })).not.toContain('for real');
    expect(format(confirm?.yes ?? { template: '' })).toBe('Start in the Sandbox');
  });

  it('is dropped for a plan that is not the one on the screen, which is shown with a note', () => {
    const talk = converseAbout(readingOf(ownWithGateway));
    talk.want(ownGateway);
    expect(kinds(talk.want({ kind: 'start', digest: 'of another plan' }))).toEqual(['log']);
    expect(talk.state().dialog).toBeUndefined();
    expect(format(talk.picture().notice?.text ?? { template: '' })).toContain(
      'the plan has changed meanwhile',
    );
  });

  it('belongs to the plan that was asked about: one that changed meanwhile is not started', () => {
    const talk = converseAbout(readingOf(ownWithGateway));
    talk.want(ownGateway);
    talk.wantStart();
    talk.want({ kind: 'refresh' });
    talk.tell(readOf(talk, readingOf({ ...ownWithGateway, eTag: '"e-2"' })));
    talk.tell(yes);
    expect(started(talk)).toBe(0);
    expect(talk.picture().notice?.mark).toBe('warning');
  });

  it('asks for no second dialog while one is open, so that a yes cannot be taken for another plan', () => {
    const talk = converseAbout(readingOf(ownWithGateway));
    talk.want(ownGateway);
    talk.wantStart();
    talk.want({ kind: 'refresh' });
    talk.tell(readOf(talk, readingOf({ ...ownWithGateway, eTag: '"e-2"' })));
    expect(kinds(talk.wantStart())).toEqual(['log']);
    talk.tell(yes);
    expect(started(talk)).toBe(0);
    expect(kinds(talk.wantStart())).toEqual(['confirm']);
  });

  it('is not possible while something blocks', () => {
    const talk = converseAbout(readingOf(ownLoadBalancer));
    talk.want({ kind: 'choose', target: 'managedNATGateway/Standard' });
    expect(talk.picture().check?.groups[0]?.mark).toBe('blocked');
    expect(kinds(talk.wantStart())).toEqual(['log']);
  });

  it('is not possible while the cluster is read again', () => {
    const talk = converseAbout(readingOf(ownWithGateway));
    talk.want(ownGateway);
    talk.want({ kind: 'refresh' });
    expect(kinds(talk.wantStart())).toEqual(['log']);
  });

  it('is not possible before the digest of the plan is known', () => {
    const reading = readingOf(ownWithGateway);
    const read = converseAbout(reading).state();
    const chosen = step(read, { kind: 'intent', intent: ownGateway });
    expect(kinds(chosen.effects)).toEqual(['digest', 'readAround']);
    const hasty = step(chosen.state, { kind: 'intent', intent: { kind: 'start', digest: '' } });
    expect(kinds(hasty.effects)).toEqual(['log']);
    expect(hasty.state).toEqual(chosen.state);
  });

  it('is not possible while changes are turned off, also when they were turned off behind the dialog', () => {
    const talk = converseAbout(readingOf(ownWithGateway));
    talk.want(ownGateway);
    talk.wantStart();
    talk.tell({ kind: 'changesAllowed', allowed: false });
    talk.tell(yes);
    expect(started(talk)).toBe(0);
    expect(kinds(talk.wantStart())).toEqual(['log']);
    expect(talk.picture().footer.next).toMatchObject({ intent: { kind: 'copy', what: 'azCommands' } });
  });

  it('is possible in the sandbox though changes are turned off', () => {
    const talk = converseAbout(readingOf(ownWithGateway), {
      world: { kind: 'sandbox', label: { template: 'Sandbox' } },
      changesAllowed: false,
    });
    talk.want(ownGateway);
    expect(kinds(talk.wantStart())).toEqual(['confirm']);
  });

  it('needs the typed name where there is no way back, exactly', () => {
    const talk = converseAbout(readingOf({ ...managedLoadBalancer, apiVersion: '2026-06-01' }));
    talk.want({ kind: 'choose', target: 'managedNATGateway/StandardV2' });
    expect(kinds(talk.wantStart())).toEqual(['log']);
    talk.want({ kind: 'typeName', name: 'SHOP-TEST' });
    expect(kinds(talk.wantStart())).toEqual(['log']);
    talk.want({ kind: 'typeName', name: 'shop-test' });
    expect(kinds(talk.wantStart())).toEqual(['confirm']);
  });

  it('needs the typed name where Microsoft contradicts itself', () => {
    const talk = converseAbout(readingOf(managedNatGateway));
    talk.want({ kind: 'choose', target: 'loadBalancer' });
    expect(talk.picture().plan?.typedName).toMatchObject({ matches: false });
    expect(kinds(talk.wantStart())).toEqual(['log']);
  });

  it('forgets a typed name when another type is chosen', () => {
    const talk = converseAbout(readingOf(managedLoadBalancer));
    talk.want({ kind: 'choose', target: 'managedNATGateway/StandardV2' });
    talk.want({ kind: 'typeName', name: 'shop-test' });
    talk.want({ kind: 'choose', target: 'managedNATGateway/Standard' });
    talk.want({ kind: 'choose', target: 'managedNATGateway/StandardV2' });
    expect(kinds(talk.wantStart())).toEqual(['log']);
  });
});
