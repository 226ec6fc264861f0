import { describe, expect, it } from 'vitest';
import { udrFirewallNotReady } from '../../../src/core/rules/udr-firewall-not-ready.js';
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

describe('aks-udr-firewall-not-ready', () => {
  it('warns of a firewall that is not ready', () => {
    const failed = firewall({ provisioningState: said('Failed') });
    expect(verdict(udrFirewallNotReady, behind(failed), targets.udr)).toBe('warn');
  });

  it('passes where it is ready', () => {
    expect(verdict(udrFirewallNotReady, behind(firewall()), targets.udr)).toBe('pass');
  });

  it('cannot tell of another appliance, nor where the firewalls may not be read', () => {
    const elsewhere = firewall({ privateAddresses: ['10.9.9.9'] });
    expect(verdict(udrFirewallNotReady, behind(elsewhere), targets.udr)).toBe('unknown');
    expect(verdict(udrFirewallNotReady, behind(), targets.udr)).toBe('unknown');
    expect(verdict(udrFirewallNotReady, around(withRoute(), { firewalls: lost }), targets.udr)).toBe(
      'unknown',
    );
  });

  it('has a page with its source', () => {
    expect(hasPage(udrFirewallNotReady)).toBe(true);
  });
});
