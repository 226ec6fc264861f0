import { describe, expect, it } from 'vitest';
import { providerNotRegistered } from '../../../src/core/rules/provider-not-registered.js';
import { around, said } from '../around.js';
import { liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

const cluster = liveCluster();
const network = (state: string) => ({
  providers: { 'Microsoft.ContainerService': said('Registered'), 'Microsoft.Network': said(state) },
});

describe('aks-provider-not-registered', () => {
  it('warns of a provider that a NAT gateway needs and that is not registered', () => {
    for (const state of ['NotRegistered', 'Unregistered'])
      expect(verdict(providerNotRegistered, around(cluster, network(state)), targets.managedNat)).toBe(
        'warn',
      );
  });

  it('passes where it is registered or on its way, and where nothing of it is needed', () => {
    for (const state of ['Registered', 'Registering'])
      expect(verdict(providerNotRegistered, around(cluster, network(state)), targets.managedNat)).toBe(
        'pass',
      );
    expect(verdict(providerNotRegistered, around(cluster, network('NotRegistered')), targets.none)).toBe(
      'pass',
    );
  });

  it('cannot tell where the registrations may not be read', () => {
    const denied = { providers: { 'Microsoft.ContainerService': lost, 'Microsoft.Network': lost } };
    expect(verdict(providerNotRegistered, around(cluster, denied), targets.managedNat)).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(providerNotRegistered)).toBe(true);
  });
});
