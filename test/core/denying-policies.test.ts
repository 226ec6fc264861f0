import { describe, expect, it } from 'vitest';
import { denyingPolicies } from '../../src/core/denying-policies.js';

const identifiers = (quote: string) =>
  `Resource 'ip' was disallowed by policy. Policy identifiers: '[{${quote}policyAssignment${quote}:{${quote}name${quote}:${quote}No public IPs${quote},${quote}id${quote}:${quote}/x${quote}}}]'.`;

const body = (info: object) =>
  JSON.stringify({
    error: {
      code: 'RequestDisallowedByPolicy',
      message: identifiers('"'),
      additionalInfo: [{ type: 'PolicyViolation', info }, { type: 'Other' }],
    },
  });

describe('policies that forbid a request', () => {
  it("are named as the portal names the assignment, else by the definition, else by the assignment's short name", () => {
    const said = (info: object) => denyingPolicies({ message: 'no', body: body(info) });
    expect(
      said({ policyAssignmentDisplayName: 'Addresses need approval', policyDefinitionDisplayName: 'Deny' }),
    ).toEqual(['Addresses need approval']);
    expect(said({ policyAssignmentDisplayName: '', policyDefinitionDisplayName: 'Deny' })).toEqual(['Deny']);
    expect(said({ policyAssignmentName: 'deny-1' })).toEqual(['deny-1']);
  });

  it('are found in the text where nothing else is left, wrapped by AKS or not', () => {
    expect(denyingPolicies({ message: identifiers('"') })).toEqual(['No public IPs']);
    expect(denyingPolicies({ message: identifiers(String.raw`\"`) })).toEqual(['No public IPs']);
    expect(denyingPolicies({ message: identifiers('"'), body: body({}).slice(0, 40) })).toEqual([
      'No public IPs',
    ]);
  });

  it('are none in any other refusal, and in odd ones', () => {
    expect(denyingPolicies({ message: 'The policy of the house forbids it.' })).toEqual([]);
    for (const odd of ['[]', 'null', '{"error":{"additionalInfo":[null,{"type":"PolicyViolation"}]}}'])
      expect(denyingPolicies({ message: '', body: odd })).toEqual([]);
  });
});
