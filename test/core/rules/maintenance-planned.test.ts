import { describe, expect, it } from 'vitest';
import { maintenancePlanned } from '../../../src/core/rules/maintenance-planned.js';
import { around, said } from '../around.js';
import { liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

const planned = said([
  { name: 'default', dayOfWeek: 'Sunday', startTime: '01:00', durationInHours: 4, notAllowed: [] },
]);

describe('aks-maintenance-planned', () => {
  it('tells of windows in which AKS works', () => {
    expect(
      verdict(maintenancePlanned, around(liveCluster(), { maintenance: planned }), targets.managedNat),
    ).toBe('info');
  });

  it('passes where none is planned', () => {
    expect(verdict(maintenancePlanned, around(liveCluster()), targets.managedNat)).toBe('pass');
  });

  it('cannot tell where they may not be read', () => {
    expect(
      verdict(maintenancePlanned, around(liveCluster(), { maintenance: lost }), targets.managedNat),
    ).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(maintenancePlanned)).toBe(true);
  });
});
