import { describe, expect, it } from 'vitest';
import { policyDenies } from '../../../src/core/rules/policy-denies.js';
import { around, said } from '../around.js';
import { liveCluster, lost, withGateway } from '../cluster.js';
import { hasPage, targets, verdict, words } from './verdict.js';

const cluster = liveCluster();
const policies = (effect: string) => ({
  policies: {
    'microsoft.network/publicipaddresses': said([
      { effect, policyDefinitionId: '/d', policyAssignmentId: '/assignments/deny-public-ip' },
    ]),
    'microsoft.network/natgateways': said([]),
  },
});

describe('aks-policy-denies', () => {
  it('blocks where a policy denies an address that AKS has to make, and names the assignment', () => {
    const facts = around(cluster, policies('Deny'));
    expect(verdict(policyDenies, facts, targets.managedNat)).toBe('block');
    expect(words(policyDenies, facts, targets.managedNat)).toContain(
      'deny-public-ip denies new Microsoft.Network/publicIPAddresses',
    );
  });

  it('passes where the policy only watches or AKS needs nothing new, and is silent where AKS makes nothing', () => {
    expect(verdict(policyDenies, around(cluster, policies('Audit')), targets.managedNat)).toBe('pass');
    const options = { outboundType: 'loadBalancer', idleTimeoutInMinutes: 30 } as const;
    expect(verdict(policyDenies, around(cluster, policies('Deny')), options)).toBe('pass');
    expect(verdict(policyDenies, around(withGateway(), policies('Deny')), targets.userNat)).toBe('silent');
  });

  it('cannot tell where the policies may not be asked', () => {
    const denied = { policies: { 'microsoft.network/publicipaddresses': lost } };
    expect(verdict(policyDenies, around(cluster, denied), targets.managedNat)).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(policyDenies)).toBe(true);
  });
});
