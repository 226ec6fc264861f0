import { describe, expect, it } from 'vitest';
import { format } from '../../../src/core/message.js';
import type { Fix } from '../../../src/bicep/analysis.js';
import { parse } from '../../../src/bicep/syntax/parse.js';
import { analyzed, cluster, managedPool, seen, words } from '../judged.js';

const apply = (text: string, { edits }: Fix): string =>
  edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((before, { start, end, text: by }) => before.slice(0, start) + by + before.slice(end), text);

const fixesOf = (text: string, rule: string): readonly Fix[] =>
  analyzed(text).findings.find(({ finding }) => finding.ruleId === rule)?.fixes ?? [];

const titles = (text: string, rule: string): readonly string[] =>
  fixesOf(text, rule).map(({ title, isPreferred }) => format(title) + (isPreferred ? ' *' : ''));

const rulesIn = (text: string): readonly string[] =>
  analyzed(text).findings.map(({ finding }) => finding.ruleId);

/** The first fix, applied: the finding is gone, the file still parses. */
function mended(text: string, rule: string): string {
  const [fix] = fixesOf(text, rule);
  if (fix === undefined) throw new Error(`${rule} has no fix`);
  const after = apply(text, fix);
  expect(parse(after).problems).toEqual([]);
  expect(rulesIn(after)).not.toContain(rule);
  return after;
}

describe('quick fixes', () => {
  it.each([
    ['aks-outbound-type-casing', "outboundType: 'LoadBalancer'", "outboundType: 'loadBalancer'"],
    [
      'aks-outbound-type-unknown',
      "outboundType: 'userAssignedNatGatway'",
      "outboundType: 'userAssignedNATGateway'",
    ],
    [
      'aks-outbound-type-seed-typo',
      "outboundType: 'userDefinedNATGateway'",
      "outboundType: 'userAssignedNATGateway'",
    ],
    ['aks-lb-basic', "loadBalancerSku: 'basic'", "loadBalancerSku: 'standard'"],
    [
      'aks-lb-managed-ip-count-range',
      'loadBalancerProfile: { managedOutboundIPs: { count: 0 } }',
      'loadBalancerProfile: { managedOutboundIPs: { count: 1 } }',
    ],
    [
      'aks-lb-idle-timeout-range',
      'loadBalancerProfile: { idleTimeoutInMinutes: 500 }',
      'loadBalancerProfile: { idleTimeoutInMinutes: 120 }',
    ],
    [
      'aks-lb-ports-range',
      'loadBalancerProfile: { allocatedOutboundPorts: 70000 }',
      'loadBalancerProfile: { allocatedOutboundPorts: 64000 }',
    ],
    [
      'aks-lb-ports-multiple-of-8',
      'loadBalancerProfile: { allocatedOutboundPorts: 1001 }',
      'loadBalancerProfile: { allocatedOutboundPorts: 1000 }',
    ],
    [
      'aks-nat-profile-ignored',
      "outboundType: 'loadBalancer'\nnatGatewayProfile: {\n  idleTimeoutInMinutes: 10 // ten\n}",
      "outboundType: 'loadBalancer'",
    ],
    [
      'aks-udr-with-lb-profile',
      "outboundType: 'userDefinedRouting'\nloadBalancerProfile: { managedOutboundIPs: { count: 2 } }",
      "outboundType: 'userDefinedRouting'",
    ],
    [
      'aks-udr-with-lb-profile',
      "loadBalancerProfile: {\n  managedOutboundIPs: {\n    count: 2\n  }\n  backendPoolType: 'NodeIP'\n}\noutboundType: 'userDefinedRouting'",
      "loadBalancerProfile: {\n  backendPoolType: 'NodeIP'\n}\noutboundType: 'userDefinedRouting'",
    ],
    [
      'aks-nat-v2-preview-value',
      "outboundType: 'managedNATGatewayV2'",
      "outboundType: 'managedNATGateway'\nnatGatewayProfile: {\n  sku: 'StandardV2'\n}",
    ],
  ])('%s: %j becomes %j', (rule, before, after) => {
    const properties = rule === 'aks-nat-v2-preview-value' ? managedPool : undefined;
    const version = rule === 'aks-nat-v2-preview-value' ? '2026-06-01' : '2026-05-01';
    expect(mended(cluster(before, properties), rule)).toBe(
      cluster(after, properties).replace('2026-05-01', version),
    );
  });

  it('works on one line, with its comma', () => {
    const text = cluster(
      "outboundType: 'loadBalancer', natGatewayProfile: { idleTimeoutInMinutes: 10 }, loadBalancerSku: 'standard'",
    );
    expect(mended(text, 'aks-nat-profile-ignored')).toBe(
      cluster("outboundType: 'loadBalancer', loadBalancerSku: 'standard'"),
    );
    const last = cluster("outboundType: 'loadBalancer', natGatewayProfile: { idleTimeoutInMinutes: 10 }");
    expect(mended(last, 'aks-nat-profile-ignored')).toBe(cluster("outboundType: 'loadBalancer'"));
  });

  it('keeps the line ends of Windows', () => {
    const text = cluster("outboundType: 'managedNATGatewayV2'", managedPool).replaceAll('\n', '\r\n');
    expect(mended(text, 'aks-nat-v2-preview-value')).not.toMatch(/[^\r]\n/);
  });

  it('only what is unambiguous is preferred', () => {
    const ports = cluster('loadBalancerProfile: { allocatedOutboundPorts: 1001 }');
    expect(titles(ports, 'aks-lb-ports-multiple-of-8')).toEqual([
      'Take 1000',
      'Take 1008',
      'Disable aks-lb-ports-multiple-of-8 for this line',
    ]);
    expect(titles(cluster("outboundType: 'LoadBalancer'"), 'aks-outbound-type-casing')[0]).toBe(
      'Write loadBalancer *',
    );
  });

  it('names the option that the message names and that is underlined, alone in its profile or not', () => {
    const alone = cluster(
      "outboundType: 'userDefinedRouting'\nloadBalancerProfile: {\n  managedOutboundIPs: {\n    count: 2\n  }\n}",
    );
    expect(seen(alone)).toContain('error aks-udr-with-lb-profile at managedOutboundIPs');
    expect(words(alone).join()).toContain(
      'loadBalancerProfile.managedOutboundIPs and userDefinedRouting exclude each other.',
    );
    expect(titles(alone, 'aks-udr-with-lb-profile')[0]).toBe(
      'Remove managedOutboundIPs, and loadBalancerProfile, which holds nothing else *',
    );
    const beside = alone.replace(
      'managedOutboundIPs',
      "backendPoolType: 'NodeIP'\n        managedOutboundIPs",
    );
    expect(titles(beside, 'aks-udr-with-lb-profile')[0]).toBe('Remove managedOutboundIPs *');
    const two = alone.replace(
      'managedOutboundIPs',
      'outboundIPs: { publicIPs: [] }\n        managedOutboundIPs',
    );
    expect(titles(two, 'aks-udr-with-lb-profile')[0]).toBe('Remove managedOutboundIPs *');
  });

  it('a value that is computed, or like no other, is not replaced', () => {
    expect(titles(cluster("outboundType: toUpper('none')"), 'aks-outbound-type-casing')).toHaveLength(1);
    expect(titles(cluster("outboundType: 'something'"), 'aks-outbound-type-unknown')).toHaveLength(1);
  });
});

describe('disabling for a line', () => {
  const disabled = (text: string, rule: string): string => {
    const fix = fixesOf(text, rule).at(-1);
    return fix === undefined ? text : apply(text, fix);
  };

  it('puts the pragma into column 0 of the line above', () => {
    const after = disabled(cluster("outboundType: 'nonsense'"), 'aks-outbound-type-unknown');
    expect(after).toContain(
      "networkProfile: {\n#disable-next-line aks-outbound-type-unknown\n      outboundType: 'nonsense'",
    );
    expect(rulesIn(after)).toEqual([]);
  });

  it('appends to a pragma that is there', () => {
    const text = cluster("outboundType: 'nonsense'").replace(
      '      outboundType',
      '  #disable-next-line BCP036 // why\n      outboundType',
    );
    const after = disabled(text, 'aks-outbound-type-unknown');
    expect(after).toContain('#disable-next-line BCP036 aks-outbound-type-unknown // why\n');
    expect(rulesIn(after)).toEqual([]);
  });

  it('uses the line ends of the file, and works on its first line', () => {
    const text = cluster("outboundType: 'nonsense'").replaceAll('\n', '\r\n');
    expect(disabled(text, 'aks-outbound-type-unknown')).toContain(
      '#disable-next-line aks-outbound-type-unknown\r\n',
    );
    const oneLine =
      "resource a 'Microsoft.ContainerService/managedClusters@2026-05-01' = { properties: { networkProfile: { outboundType: 'nonsense' } } }";
    const after = disabled(oneLine, 'aks-outbound-type-unknown');
    expect(after).toBe(`#disable-next-line aks-outbound-type-unknown\n${oneLine}`);
    expect(rulesIn(after)).toEqual([]);
  });
});
