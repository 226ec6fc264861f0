import { describe, expect, it } from 'vitest';
import { udrFirewallMissesEndpoints } from '../../../src/core/rules/udr-firewall-misses-endpoints.js';
import type { FirewallFacts } from '../../../src/core/surroundings.js';
import { around, said } from '../around.js';
import { lost, withRoute } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

const firewall = (more: Partial<FirewallFacts> = {}): FirewallFacts => ({
  id: 'fw',
  name: 'fw-hub',
  provisioningState: said('Succeeded'),
  privateAddresses: ['10.0.1.4'],
  addressIds: [],
  policyId: said('policy'),
  allows: said({ fqdns: [], fqdnTags: ['AzureKubernetesService'], destinations: [] }),
  ...more,
});
const behind = (...firewalls: readonly FirewallFacts[]) =>
  around(withRoute(), { firewalls: said(firewalls) });

const needs = said([
  { category: 'images', domainName: 'mcr.microsoft.com', ports: [443] },
  { category: 'images', domainName: '*.data.mcr.microsoft.com', ports: [443] },
  { category: 'time', domainName: 'ntp.ubuntu.com', ports: [123] },
]);
const allowing = (fqdns: readonly string[]) =>
  around(withRoute(), {
    firewalls: said([firewall({ allows: said({ fqdns, fqdnTags: [], destinations: [] }) })]),
    dependencies: needs,
  });

describe('aks-udr-firewall-misses-endpoints', () => {
  it('warns of names that no rule lets through', () => {
    expect(verdict(udrFirewallMissesEndpoints, allowing(['mcr.microsoft.com']), targets.udr)).toBe('warn');
    expect(verdict(udrFirewallMissesEndpoints, allowing([]), targets.udr)).toBe('warn');
  });

  it('passes by the tag of AKS, and by rules that hold every name', () => {
    expect(verdict(udrFirewallMissesEndpoints, behind(firewall()), targets.udr)).toBe('pass');
    for (const fqdns of [['*.microsoft.com'], ['*'], ['mcr.microsoft.com', '*.data.mcr.microsoft.com']])
      expect(verdict(udrFirewallMissesEndpoints, allowing(fqdns), targets.udr)).toBe('pass');
  });

  it('cannot tell of another appliance, nor where the rules may not be read', () => {
    expect(verdict(udrFirewallMissesEndpoints, behind(), targets.udr)).toBe('unknown');
    expect(verdict(udrFirewallMissesEndpoints, behind(firewall({ allows: lost })), targets.udr)).toBe(
      'unknown',
    );
  });

  it('has a page with its source', () => {
    expect(hasPage(udrFirewallMissesEndpoints)).toBe(true);
  });
});
