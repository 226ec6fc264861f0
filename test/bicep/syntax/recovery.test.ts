import { describe, expect, it } from 'vitest';
import type { Expression } from '../../../src/bicep/syntax/node.js';
import { parse } from '../../../src/bicep/syntax/parse.js';
import { bodyNodeOf } from '../../../src/bicep/values/resource-tree.js';
import { keyNameOf } from '../../../src/bicep/syntax/path.js';
import { intact, survivable } from './damage.js';

/** All properties of the cluster as `path = text`. */
function propertiesIn(text: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: Expression, path: string): void => {
    if (node.kind === 'array') {
      node.items.forEach((item, n) => item.kind !== 'spread' && visit(item, `${path}[${n}]`));
      return;
    }
    if (node.kind !== 'object') {
      found.push(`${path} = ${text.slice(node.start, node.end)}`);
      return;
    }
    for (const member of node.members)
      if (member.kind === 'property') visit(member.value, `${path}.${keyNameOf(member)}`);
  };
  const aks = parse(text).statements.find(
    (statement) => statement.kind === 'resource' && statement.name.name === 'aks',
  );
  const body = aks?.kind === 'resource' ? bodyNodeOf(aks.value) : undefined;
  if (body !== undefined) visit(body, '');
  return found;
}

const whole = propertiesIn(intact);

describe('damage', () => {
  it('the intact file has every property', () => {
    expect(parse(intact).problems).toEqual([]);
    expect(whole).toContain(".properties.networkProfile.outboundType = 'userDefinedRouting'");
    expect(whole).toContain(
      ".properties.agentPoolProfiles[0].vnetSubnetID = '/subscriptions/s/subnets/nodes'",
    );
    expect(whole).toHaveLength(10);
  });

  it.each(survivable)('all AKS properties survive: $kind', ({ text }) => {
    expect(propertiesIn(text)).toEqual(expect.arrayContaining([...whole]));
    expect(parse(text).problems).not.toEqual([]);
  });

  it('an unclosed brace of the cluster itself is recorded', () => {
    const broken = intact.replace("'userDefinedRouting'\n    }", "'userDefinedRouting'\n");
    const aks = parse(broken).statements.find((statement) => statement.kind === 'resource');
    expect(aks).toMatchObject({ isBroken: true });
  });

  it('damage of one declaration does not mark another', () => {
    const aks = parse(`var x = {\n${intact}`).statements.find((statement) => statement.kind === 'resource');
    expect(aks).toMatchObject({ isBroken: false });
  });
});
