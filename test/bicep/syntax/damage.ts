/** An intact file around which damage is done. Everything that decides egress is in it. */
export const intact = `param location string = 'westeurope'

var names = {
  pool: 'system'
}

resource aks 'Microsoft.ContainerService/managedClusters@2026-05-01' = {
  name: 'shop'
  location: location
  properties: {
    dnsPrefix: 'shop'
    networkProfile: {
      networkPlugin: 'azure'
      loadBalancerSku: 'standard'
      outboundType: 'userDefinedRouting'
    }
    agentPoolProfiles: [
      {
        name: names.pool
        count: 3
        vnetSubnetID: '/subscriptions/s/subnets/nodes'
      }
    ]
    apiServerAccessProfile: {
      enablePrivateCluster: true
    }
  }
}

output id string = aks.id
`;

export interface Damage {
  readonly kind: string;
  readonly text: string;
}

const above = "\nresource aks '";
const inside = "    dnsPrefix: 'shop'\n";
const network = "      networkPlugin: 'azure'\n";

const insertBefore = (mark: string, line: string): string => intact.replace(mark, () => line + mark);
const insertAfter = (mark: string, line: string): string => intact.replace(mark, () => mark + line);

/** Text that somebody is in the middle of typing, everywhere that it may stand. */
export const survivable: readonly Damage[] = [
  ...[
    ['a half parameter', 'param foo'],
    ['a half resource', "resource foo 'x"],
    ['a half resource with type', "resource foo 'x@1' ="],
    ['a half variable', 'var x ='],
    ['a half decorator', '@desc.'],
    ['an open decorator', '@description('],
    ['an unterminated string', "var x = 'abc"],
    ['an unclosed brace', 'var x = {'],
    ['an unclosed brace with a key', 'var x = {\n  a: 1'],
    ['an unclosed bracket', 'var x = ['],
    ['an unclosed parenthesis', 'var x = foo('],
    ['an unclosed parenthesis with an argument', 'var x = foo(a,'],
    ['a half interpolation', "var x = 'a${"],
    ['a half ternary', 'var x = a ?'],
    ['a half member access', 'var x = a.'],
    ['a bare word', 'hello'],
    ['closers without openers', '}])'],
    ['a half loop', 'var x = [for a in'],
    ['a half function', 'func f(a'],
    ['a half import', 'import { a'],
    ['a half union', "param x 'a' |"],
    ['a half lambda', 'var x = map(a, b =>'],
  ].map(([kind = '', line = '']) => ({ kind: `above: ${kind}`, text: insertBefore(above, `\n${line}\n`) })),
  ...[
    ['a half output', 'output x string ='],
    ['an unclosed brace', 'output x object = {'],
    ['an unterminated string', "output x string = 'a"],
  ].map(([kind = '', line = '']) => ({ kind: `below: ${kind}`, text: `${intact}${line}\n` })),
  ...[
    ['a bare word', 'foo'],
    ['a key without value', 'foo:'],
    ['an unterminated string', "foo: 'abc"],
    ['a half interpolation', "foo: 'a${b"],
    ['an empty interpolation', "foo: '${}'"],
    ['a half ternary', 'foo: a ?'],
    ['half the other half of a ternary', 'foo: a ? b :'],
    ['a half member access', 'foo: a.'],
    ['a half safe access', 'foo: a.?'],
    ['an unclosed parenthesis', 'foo: bar('],
    ['an unclosed parenthesis with an argument', 'foo: bar(a'],
    ['an unclosed bracket', 'foo: ['],
    ['a half index', 'foo: a['],
    ['a half operator', 'foo: a =='],
    ['a stray operator', '== a'],
    ['a stray closer', ')'],
    ['two values', 'foo: a b'],
    ['a half spread', '...'],
    ['a half lambda', 'foo: map(a, b =>'],
  ].flatMap(([kind = '', line = '']) => [
    { kind: `in the properties: ${kind}`, text: insertAfter(inside, `    ${line}\n`) },
    { kind: `in the profile: ${kind}`, text: insertAfter(network, `      ${line}\n`) },
  ]),
  { kind: 'the last brace deleted', text: intact.replace('  }\n}\n\noutput', '  }\n\noutput') },
  { kind: 'the last brace deleted at the end', text: intact.slice(0, intact.indexOf('}\n\noutput')) },
  { kind: 'the brace of the variable deleted', text: intact.replace("'system'\n}", "'system'\n") },
];
