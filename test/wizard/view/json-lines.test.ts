import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/edits.js';
import type { Json } from '../../../src/core/json.js';
import type { Edit } from '../../../src/core/plan.js';
import { jsonLines } from '../../../src/wizard/view/json-lines.js';

const path = (...keys: readonly string[]) => ['properties', 'networkProfile', ...keys];

const body: Json = {
  location: 'westeurope',
  properties: {
    dnsPrefix: 'not to be seen',
    networkProfile: {
      loadBalancerProfile: { managedOutboundIPs: { count: 1 }, idleTimeoutInMinutes: 30 },
      loadBalancerSku: 'standard',
      outboundType: 'loadBalancer',
      podCidr: '10.244.0.0/16',
      serviceCidr: '10.0.0.0/16',
      dnsServiceIP: '10.0.0.10',
      last: true,
    },
  },
};

const linesOf = (edits: readonly Edit[], of: Json = body) =>
  jsonLines(of, applyEdits(of, edits), edits).map(({ sign, text }) => `${sign} ${text}`);

describe('what a step changes, as lines', () => {
  it('is the touched profile with a little context', () => {
    expect(
      linesOf([
        { op: 'set', path: path('outboundType'), value: 'userAssignedNATGateway' },
        { op: 'remove', path: path('loadBalancerProfile') },
      ]),
    ).toEqual([
      '  "networkProfile": {',
      '-   "loadBalancerProfile": {',
      '-     "managedOutboundIPs": {',
      '-       "count": 1',
      '-     },',
      '-     "idleTimeoutInMinutes": 30',
      '-   },',
      '    "loadBalancerSku": "standard",',
      '-   "outboundType": "loadBalancer",',
      '+   "outboundType": "userAssignedNATGateway",',
      '    "podCidr": "10.244.0.0/16",',
      '    "serviceCidr": "10.0.0.0/16",',
      '  …',
    ]);
  });

  it('shows a profile that was not there before as new', () => {
    const edit: Edit = {
      op: 'set',
      path: ['properties', 'bootstrapProfile', 'artifactSource'],
      value: 'Cache',
    };
    expect(linesOf([edit])).toEqual(['+ "bootstrapProfile": {', '+   "artifactSource": "Cache"', '+ }']);
  });

  it('does not take the comma of a former last line for a change', () => {
    const edit: Edit = { op: 'set', path: path('zzz'), value: 1 };
    expect(linesOf([edit]).filter((line) => !line.startsWith(' '))).toEqual(['+   "zzz": 1']);
  });

  it('stays short and quick for ten thousand ranges', () => {
    const ranges = (first: number) => Array.from({ length: 10_000 }, (_, index) => `10.${first}.${index}/32`);
    const key = ['properties', 'apiServerAccessProfile', 'authorizedIPRanges'];
    const before = applyEdits(body, [{ op: 'set', path: key, value: ranges(1) }]);
    const lines = linesOf([{ op: 'set', path: key, value: ranges(2) }], before);
    expect(lines.length).toBeLessThan(200);
    expect(lines.at(-1)).toBe('  …');
  });

  it('says nothing for a step that edits nothing', () => {
    expect(linesOf([])).toEqual([]);
  });
});
