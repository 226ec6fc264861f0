import { describe, expect, it } from 'vitest';
import { apiTooOld } from '../../../src/core/rules/api-too-old.js';
import { fileCluster, liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-api-too-old', () => {
  it('blocks none where Azure offers only older versions', () => {
    expect(verdict(apiTooOld, liveCluster({ cluster: { apiVersion: '2024-10-01' } }), targets.none)).toBe(
      'block',
    );
  });

  it('marks none in a file before 2025-01-01 as an error', () => {
    expect(
      verdict(
        apiTooOld,
        fileCluster({ cluster: { apiVersion: '2024-09-01', outboundType: 'none' } }),
        targets.none,
      ),
    ).toBe('error');
  });

  it('passes none in the preview that had it first', () => {
    expect(
      verdict(
        apiTooOld,
        fileCluster({ cluster: { apiVersion: '2024-04-02-preview', outboundType: 'none' } }),
        targets.none,
      ),
    ).toBe('pass');
  });

  it('warns of user-defined routing before the advised version', () => {
    expect(
      verdict(
        apiTooOld,
        fileCluster({ cluster: { apiVersion: '2019-11-01', outboundType: 'userDefinedRouting' } }),
        targets.udr,
      ),
    ).toBe('warning');
  });

  it('passes the version that the plan writes', () => {
    expect(verdict(apiTooOld, liveCluster(), targets.managedNat)).toBe('pass');
  });

  it('cannot tell without the version', () => {
    expect(verdict(apiTooOld, liveCluster({ cluster: { apiVersion: lost } }), targets.managedNat)).toBe(
      'unknown',
    );
  });

  it('has a page with its source', () => {
    expect(hasPage(apiTooOld)).toBe(true);
  });
});
