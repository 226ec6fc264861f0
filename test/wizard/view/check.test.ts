import { describe, expect, it } from 'vitest';
import type { Finding, RuleResult } from '../../../src/core/finding.js';
import { say } from '../../../src/core/message.js';
import { sortFindings } from '../../../src/wizard/findings.js';
import { ownLoadBalancer, ownWithGateway, withAuthorizedRanges } from '../../fakes/clusters.js';
import { readingOf, withDeniedSubnet } from '../../fakes/readings.js';
import { converseAbout } from '../conversation.js';
import { ownGateway, words } from '../journal.js';

function checkOf(reading: ReturnType<typeof readingOf>) {
  const talk = converseAbout(reading);
  talk.want(ownGateway);
  return talk.picture().check!;
}

const groupOf = (check: ReturnType<typeof checkOf>, name: string) =>
  check.groups.find((group) => words(group.name) === name);

describe('Check', () => {
  it('opens with what blocks, and folds what passed', () => {
    const talk = converseAbout(readingOf(ownLoadBalancer));
    talk.want(ownGateway);
    talk.want({ kind: 'configure', option: 'natGateway', value: 'none' });
    const check = talk.picture().check!;
    expect(words(check.answer)).toMatch(/blocks? the change$/);
    expect(check.groups[0]).toMatchObject({ mark: 'blocked', folded: false });
    expect(groupOf(check, 'Passed')?.folded).toBe(true);
    expect(check.groups.every(({ findings }) => findings.length > 0)).toBe(true);
  });

  it('tells of a finding its consequence and its remedy', () => {
    const [finding] = checkOf(readingOf(ownLoadBalancer)).groups[0]!.findings;
    expect(words(finding?.title)).not.toBe('');
    expect(words(finding?.remedy)).not.toBe('');
    expect(finding?.ruleId).toMatch(/^aks-/);
  });

  it('moves a finding that the plan takes care of to its step', () => {
    const solved = groupOf(checkOf(readingOf(withAuthorizedRanges)), 'Solved by the plan');
    expect(words(solved?.findings[0]?.title)).toBe('Nodes would lose the API server');
    expect(words(solved?.findings[0]?.solvedBy)).toMatch(/^Step 1: /);
  });

  it('keeps unknown apart from passed, with the reason', () => {
    const check = checkOf(withDeniedSubnet(readingOf(ownWithGateway), 'snet-apps'));
    const unknown = check.groups.find(({ mark }) => mark === 'unknown');
    expect(unknown?.findings.length).toBeGreaterThan(0);
    expect(words(unknown?.findings[0]?.message)).toContain('You have no Reader role');
    expect(words(check.answer)).toMatch(
      /^Nothing blocks the change; to accept: .*checks? that could not be made$/,
    );
  });

  it('says what stays, by name and address', () => {
    expect(checkOf(readingOf(ownWithGateway)).stays.map(words)).toContain(
      'payments-api keeps its address 203.0.113.5.',
    );
  });

  it('lets a person open the page of a rule that spoke, and no other', () => {
    const talk = converseAbout(readingOf(ownWithGateway));
    talk.want(ownGateway);
    const ruleId = talk.picture().check!.groups[0]!.findings[0]!.ruleId;
    expect(talk.want({ kind: 'openRule', ruleId })).toEqual([{ kind: 'openRule', ruleId }]);
    expect(talk.want({ kind: 'openRule', ruleId: '../../etc/passwd' })).toMatchObject([{ kind: 'log' }]);
  });
});

describe('a finding that names a step', () => {
  const finding: Finding = {
    ruleId: 'aks-some',
    severity: 'block',
    title: say('Something'),
    message: say('Something is there.'),
    remedy: { text: say('The plan does it.'), solvedByStep: 'some-step' },
    about: { name: 'x', origin: { kind: 'arm', resourceId: '/x', property: 'x' } },
  };
  const results: readonly RuleResult[] = [
    { kind: 'found', ruleId: 'aks-some', title: say('T'), findings: [finding] },
  ];

  it('still blocks where the plan has no such step', () => {
    expect(sortFindings(results, undefined)).toMatchObject({ blocks: [finding], solved: [] });
  });
});
