import { describe, expect, it } from 'vitest';
import type { Files } from '../../../src/bicep/analysis.js';
import { analyze, references } from '../../../src/bicep/entry.js';
import { cluster, mainUri, pool, seen, sight } from '../judged.js';

const aksUri = 'file:///repo/modules/aks.bicep';
const leaf = (head: string): string =>
  head + cluster('outboundType: outboundType', pool('vnetSubnetID: subnetId'));
const plain = 'param outboundType string\nparam subnetId string?\n';

const caller = (params: string, path = 'modules/aks.bicep'): string => `module aks '${path}' = {
  name: 'aks'
  params: {
    ${params}
  }
}
`;

const leafSeen = (files: Files): readonly string[] =>
  analyze(files, aksUri).findings.map((finding) => sight(finding, files[aksUri] ?? ''));

describe('local modules', () => {
  it('are named as what has to be read', () => {
    const text = `${caller('')}module b 'br/public:avm/x:1' = {}\nimport { c } from '../c d.bicep'\nmodule e './modules/aks.bicep' = {}\n`;
    expect(references(mainUri, text)).toEqual([aksUri, 'file:///c%20d.bicep']);
    expect(
      references('file:///repo/main.bicepparam', "using './main.bicep'\nextends 'base.bicepparam'"),
    ).toEqual([mainUri, 'file:///repo/base.bicepparam']);
  });

  it('a wrong value is underlined where it is passed', () => {
    const text = caller("outboundType: 'natGateway'");
    expect(seen(text, { [aksUri]: leaf(plain) })).toEqual([
      "error aks-outbound-type-unknown at 'natGateway'",
    ]);
    expect(leafSeen({ [mainUri]: text, [aksUri]: leaf(plain) })).toEqual([]);
  });

  it('a wrong combination is underlined at the module when the rest stands in its file', () => {
    const text = caller("outboundType: 'userDefinedRouting'");
    expect(seen(text, { [aksUri]: leaf(plain) })).toEqual([
      "error aks-udr-without-subnet at 'userDefinedRouting'",
    ]);
    const withSubnet = caller("outboundType: 'userDefinedRouting'\n    subnetId: '/subscriptions/s/x'");
    expect(seen(withSubnet, { [aksUri]: leaf(plain) })).toEqual([]);
  });

  it("what the module's own file says already is not repeated by its callers", () => {
    const own = cluster("outboundType: 'nonsense'");
    const files = { [mainUri]: caller(''), [aksUri]: own };
    expect(leafSeen(files)).toEqual(["error aks-outbound-type-unknown at 'nonsense'"]);
    expect(seen(caller(''), files)).toEqual([]);
  });

  it('a default that the callers overrule is not judged', () => {
    const head = "param outboundType string = 'nonsense'\nparam subnetId string?\n";
    expect(leafSeen({ [aksUri]: leaf(head) })).toEqual(["warning aks-outbound-type-unknown at 'nonsense'"]);
    const files = { [mainUri]: caller("outboundType: 'loadBalancer'"), [aksUri]: leaf(head) };
    expect(leafSeen(files)).toEqual([]);
    expect(seen(files[mainUri], files)).toEqual([]);
  });

  it('a default that a caller leaves alone is what is deployed', () => {
    const head = "param outboundType string = 'nonsense'\nparam subnetId string?\n";
    const text = caller('');
    expect(seen(text, { [aksUri]: leaf(head) })).toEqual(['error aks-outbound-type-unknown at aks']);
  });

  it('outputs lead from one module to another', () => {
    const netUri = 'file:///repo/modules/net.bicep';
    const net = (
      routeTable: string,
    ): string => `resource vnet 'Microsoft.Network/virtualNetworks@2025-01-01' = {
  name: 'v'
  properties: {
    subnets: [
      {
        name: 'nodes'
        properties: {
          addressPrefix: '10.0.0.0/24'
          ${routeTable}
        }
      }
    ]
  }
}
output subnetId string = vnet.properties.subnets[0].id
`;
    const text = `module net 'modules/net.bicep' = {
  name: 'net'
}
${caller("outboundType: 'userDefinedRouting'\n    subnetId: net.outputs.subnetId")}`;
    const files = (routeTable: string): Files => ({ [aksUri]: leaf(plain), [netUri]: net(routeTable) });
    expect(seen(text, files(''))).toEqual(['error aks-udr-subnet-no-route-table at aks']);
    expect(seen(text, files("routeTable: { id: '/subscriptions/s/rt' }"))).toEqual([]);
    expect(seen(text, { [aksUri]: leaf(plain) })).toEqual([]);
  });

  it('a file of parameters decides what is deployed', () => {
    const uri = 'file:///repo/main.bicepparam';
    const text = "using 'main.bicep'\nparam outboundType = 'natGateway'\n";
    const files = {
      [uri]: text,
      [mainUri]: leaf("param outboundType string = 'loadBalancer'\nparam subnetId string?\n"),
    };
    const found = analyze(files, uri).findings.map((finding) => sight(finding, text));
    expect(found).toEqual(["error aks-outbound-type-unknown at 'natGateway'"]);
    expect(analyze({ ...files, [uri]: text.replace('natGateway', '') }, uri).findings).toEqual([]);
  });

  it('modules that call themselves or each other come to an end', () => {
    const text = `${caller('', 'main.bicep')}${caller('').replace('module aks', 'module other')}`;
    const circle = `${caller('', '../main.bicep')}${leaf(plain)}`;
    expect(seen(text, { [aksUri]: circle })).toEqual([]);
  });

  it('variables and functions come along with an import', () => {
    const shared = "@export()\nvar kind = 'natGateway'\n@export()\nfunc wrong(a string) string => 'X${a}'\n";
    const files = { 'file:///repo/shared.bicep': shared };
    const text = `import { kind, wrong as bad } from 'shared.bicep'\n${cluster("outboundType: kind\nloadBalancerSku: bad('basic')")}`;
    expect(seen(text, files)).toEqual(['error aks-outbound-type-unknown at aks']);
    expect(seen(text.replace('kind\nload', "bad('Y')\nload"), files)).toEqual([
      'error aks-outbound-type-unknown at aks',
    ]);
  });
});
