import { describe, expect, it } from 'vitest';
import { valueOf } from '../../../src/core/fact.js';
import { maxLength } from '../../../src/bicep/judging/loaded.js';
import { isWorthReading } from '../../../src/bicep/entry.js';
import { analyzed, cluster, managedPool, mainUri, seen, words } from '../judged.js';

const bad = cluster("outboundType: 'userDefinedRouting'", managedPool);
const badSeen = "error aks-udr-without-subnet at 'userDefinedRouting'";

describe('what is said of a file', () => {
  it('names each declared cluster with its facts', () => {
    const { clusters } = analyzed(cluster("outboundType: 'none'"));
    expect(clusters).toHaveLength(1);
    const [{ facts, nameSpan }] = clusters as [(typeof clusters)[0]];
    expect(facts.name).toBe('shop');
    expect(valueOf(facts.cluster.outboundType)).toBe('none');
    expect(valueOf(facts.cluster.apiVersion)).toBe('2026-05-01');
    expect(nameSpan).toMatchObject({ uri: mainUri, start: 9, end: 12 });
  });

  it('a missing thing is underlined at the nearest key', () => {
    expect(seen(cluster("outboundType: 'none'", managedPool))).toContain(
      'error aks-isolated-needs-cache at properties',
    );
  });

  it("a default is somebody's to overrule: one step milder, and it says so", () => {
    const text = `param kind string = 'userDefinedRouting'\n${cluster('outboundType: kind', managedPool)}`;
    expect(seen(text)).toEqual(["warning aks-udr-without-subnet at 'userDefinedRouting'"]);
    expect(words(text)[0]).toMatch(/^With the default value of kind: /);
  });

  it('a default that only a condition looks at counts too', () => {
    const text = `param isRouted bool = true\n${cluster("outboundType: isRouted ? 'userDefinedRouting' : 'loadBalancer'", managedPool)}`;
    expect(seen(text)).toEqual(["warning aks-udr-without-subnet at 'userDefinedRouting'"]);
    expect(words(text)[0]).toMatch(/^With the default value of isRouted: /);
  });

  it('a default that has no part in it is not named', () => {
    const text = `param size string = 'big'\n${bad.replace("vmSize: 'Standard_D4s_v5'", 'vmSize: size')}`;
    expect(seen(text)).toEqual([badSeen]);
  });

  it.each([
    ['a required parameter', 'param kind string\n', 'kind'],
    ['an empty default', "param kind string = ''\n", 'kind'],
    ['a function that Azure answers', '', "reference('x').y"],
    ['a file that was not read', "import { kind } from 'other.bicep'\n", 'kind'],
  ])('%s is unknown: nothing is said', (_, head, value) => {
    expect(seen(head + cluster(`outboundType: ${value}`, managedPool))).toEqual([]);
  });

  it.each([
    ['broken braces of the cluster itself', bad.slice(0, bad.lastIndexOf('}'))],
    ['a file that another program makes', `{{ .Values.x }}\n${bad}`],
    ['a file in the syntax of before 0.3', `param a string {\n  default: 'b'\n}\n${bad}`],
    ['a cluster that is there already', bad.replace("2026-05-01' =", "2026-05-01' existing =")],
    ['a cluster that is never deployed', bad.replace('= {', '= if (false) {')],
    ['a file of several megabytes', `${bad}// ${'x'.repeat(maxLength)}`],
  ])('%s: nothing is said', (_, text) => {
    expect(seen(text)).toEqual([]);
  });

  it('half a line elsewhere does not silence it', () => {
    expect(seen(`var x = foo(\n\n${bad}`)).toEqual([badSeen]);
  });

  it('one pool that is not known silences rules about subnets', () => {
    const open = managedPool.replace(']', '  extraPool\n]');
    expect(seen(`param extraPool object\n${cluster("outboundType: 'userDefinedRouting'", open)}`)).toEqual(
      [],
    );
  });

  it('no pool at all, as with pools that are declared elsewhere, silences them too', () => {
    expect(seen(cluster("outboundType: 'userDefinedRouting'", ''))).toEqual([]);
  });

  it.each([
    ['nested', (body: string) => bad.replace(/\}\n$/, `  resource more 'agentPools' = ${body}\n}\n`)],
    [
      'beside it, by parent',
      (body: string) =>
        `${bad}resource more 'Microsoft.ContainerService/managedClusters/agentPools@2026-05-01' = ${body.replace('{', '{\n  parent: aks')}\n`,
    ],
    [
      'beside it, by name',
      (body: string) =>
        `${bad}resource more 'Microsoft.ContainerService/managedClusters/agentPools@2026-05-01' = ${body.replace("'user'", "'${aks.name}/user'")}\n`,
    ],
  ])('a child pool counts: %s', (_, write) => {
    const body = "{\n  name: 'user'\n  properties: {\n    vnetSubnetID: '/subscriptions/s/x'\n  }\n}";
    expect(seen(write(body))).toEqual(['warning aks-mixed-subnets at name']);
  });

  it("a child pool that may be anybody's silences rules about subnets", () => {
    const more =
      "resource more 'Microsoft.ContainerService/managedClusters/agentPools@2026-05-01' = {\n  name: 'x/y'\n}\n";
    expect(seen(bad + more)).toEqual([]);
  });

  it('three hundred clusters are judged, each once', () => {
    const many = Array.from({ length: 300 }, (_, n) => bad.replace('resource aks', `resource aks${n}`)).join(
      '',
    );
    expect(analyzed(many).findings).toHaveLength(300);
  });

  it('is only for files that matter', () => {
    expect(isWorthReading(bad)).toBe(true);
    expect(isWorthReading("module m 'aks.bicep' = {}")).toBe(true);
    expect(isWorthReading("using 'main.bicep'")).toBe(true);
    expect(isWorthReading("module m 'br/public:avm/x:1.0' = {}")).toBe(false);
    expect(isWorthReading('param a string')).toBe(false);
    expect(isWorthReading(bad + ' '.repeat(maxLength))).toBe(false);
  });
});
