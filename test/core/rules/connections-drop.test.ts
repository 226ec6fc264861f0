import { describe, expect, it } from 'vitest';
import { connectionsDrop } from '../../../src/core/rules/connections-drop.js';
import { liveCluster, lost, withGateway } from '../cluster.js';
import { hasPage, targets, verdict, words } from './verdict.js';

describe('aks-connections-drop', () => {
  it('warns where the change moves the traffic', () => {
    expect(verdict(connectionsDrop, liveCluster(), targets.managedNat)).toBe('warn');
  });

  it('says that connections end for good where the way out is closed', () => {
    expect(verdict(connectionsDrop, liveCluster(), targets.none)).toBe('warn');
    expect(words(connectionsDrop, liveCluster(), targets.none)).toMatch(
      /^Every connection to the internet ends/,
    );
    expect(words(connectionsDrop, liveCluster(), targets.managedNat)).toMatch(/^Open .* are cut once/);
  });

  it('informs where traffic has moved already', () => {
    expect(verdict(connectionsDrop, withGateway(), targets.userNat)).toBe('info');
  });

  it('warns where traffic moves later', () => {
    expect(
      verdict(
        connectionsDrop,
        withGateway({ cluster: { outboundType: 'userAssignedNATGateway' } }),
        targets.loadBalancer,
      ),
    ).toBe('warn');
  });

  it('passes a change of options', () => {
    expect(
      verdict(connectionsDrop, liveCluster(), { outboundType: 'loadBalancer', allocatedOutboundPorts: 1024 }),
    ).toBe('pass');
  });

  it('cannot tell without the path', () => {
    expect(verdict(connectionsDrop, withGateway({ subnets: { nodes: lost } }), targets.userNat)).toBe(
      'unknown',
    );
  });

  it('has a page with its source', () => {
    expect(hasPage(connectionsDrop)).toBe(true);
  });
});
