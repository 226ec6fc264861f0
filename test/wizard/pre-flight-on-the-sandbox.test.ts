import { describe, expect, it } from 'vitest';
import type { TargetKey } from '../../src/core/outbound-type.js';
import { find, rig } from '../azure/rig.js';
import { converse } from './conversation.js';
import { words } from './journal.js';
import { gapsIn, migrated, opening, serve } from './sandbox-host.js';

/** What the checks say of a choice in a scenario, nothing started. */
async function judged(scenario: string, name: string, target: TargetKey) {
  const world = rig({ scenario });
  const window = world.open();
  const talk = converse(opening(await find(window, name)), null);
  await serve(talk, window);
  const read = talk.asked.length;
  talk.want({ kind: 'choose', target });
  talk.want({ kind: 'typeName', name });
  await serve(talk, window, read);
  const picture = talk.picture();
  expect(gapsIn(picture)).toEqual([]);
  const group = (mark: string, index = 0) =>
    picture.check!.groups.filter((one) => one.mark === mark)[index]?.findings ?? [];
  return { world, talk, picture, blocked: group('blocked'), solved: group('passed') };
}

const ids = (findings: readonly { readonly ruleId: string }[]) => findings.map(({ ruleId }) => ruleId);

describe('the checks before a change, on the sandbox', () => {
  it.each([
    ['locked', 'shop-prod', 'aks-write-locked'],
    ['policy', 'shop-prod', 'aks-policy-denies'],
    ['addresses-denied', 'shop-prod', 'aks-policy-denies'],
    ['quota-reached', 'shop-prod', 'aks-public-ip-quota'],
  ] as const)(
    "find what Azure would refuse in '%s', and nothing can be started",
    async (scenario, name, rule) => {
      const { talk, picture, blocked, world } = await judged(scenario, name, 'managedNATGateway/Standard');
      expect(ids(blocked)).toContain(rule);
      expect(picture.plan?.steps ?? []).toEqual([]);
      talk.wantStart();
      expect(await world.sandbox.writes()).toEqual([]);
    },
  );

  it('let a reader export the whole plan, who may not start it', async () => {
    const { picture, blocked, talk } = await judged('reader', 'shop-prod', 'managedNATGateway/Standard');
    expect(ids(blocked)).toEqual(['aks-caller-cannot-write']);
    expect(picture.plan?.steps.length).toBeGreaterThan(0);
    expect(picture.plan?.exports.length).toBeGreaterThan(0);
    expect(picture.footer.next).toMatchObject({ intent: { kind: 'copy', what: 'azCommands' } });
    expect(talk.wantStart().map(({ kind }) => kind)).toEqual(['log']);
  });

  it('tell whoever may write the cluster and not join its subnet', async () => {
    const { blocked } = await judged('reader', 'payments-prod', 'userDefinedRouting');
    expect(ids(blocked)).toEqual(['aks-caller-cannot-join']);
  });

  it('register a provider first that is missing, and the change succeeds', async () => {
    const { solved, picture } = await judged(
      'provider-not-registered',
      'shop-prod',
      'managedNATGateway/Standard',
    );
    expect(ids(solved)).toContain('aks-provider-not-registered');
    expect(picture.plan?.steps[0]?.id).toBe('register-1');
    const { talk } = await migrated('provider-not-registered', 'shop-prod', 'managedNATGateway/Standard');
    expect(words(talk.picture().result?.answer)).toMatch(/^Done in /);
  });

  it('register a preview flag and then the provider, and Azure takes the type', async () => {
    const name = 'isolated-next';
    const { solved, picture } = await judged('preview-flag', name, 'block');
    expect(ids(solved)).toContain('aks-preview-flag-not-registered');
    expect(picture.plan?.steps.map(({ id }) => id)).toEqual([
      'register-feature-1',
      'register-1',
      'outbound-type',
    ]);
  });
});
