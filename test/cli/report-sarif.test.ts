import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/bicep/entry.js';
import { sarifReport } from '../../src/cli/report-sarif.js';
import { reportedOf } from '../../src/cli/reported.js';
import { rules } from '../../src/core/rules/index.js';
import { cluster } from '../bicep/judged.js';

interface Sarif {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly {
    readonly tool: {
      readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] };
    };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region: Readonly<Record<string, number>>;
        };
      }[];
      readonly partialFingerprints: Readonly<Record<string, string>>;
    }[];
  }[];
}

const text = cluster("outboundType: 'LoadBalancer'\nloadBalancerSku: 'basic'");

function report(of: string, file = '/repo/infra/my aks.bicep'): Sarif {
  const uri = 'file:///x.bicep';
  const findings = reportedOf([{ file, text: of, analysis: analyze({ [uri]: of }, uri) }], '/repo');
  return JSON.parse(sarifReport({ findings, broken: [] }, { rules, version: '1.2.3' })) as Sarif;
}

const fingerprints = (sarif: Sarif): readonly string[] =>
  sarif.runs.flatMap(({ results }) => results.flatMap((result) => Object.values(result.partialFingerprints)));

describe('the SARIF report', () => {
  it('is a run of version 2.1.0 whose results point at their rules', () => {
    const { version, runs } = report(text);
    expect(version).toBe('2.1.0');
    expect(runs).toHaveLength(1);
    const [run] = runs;
    const ids = run?.tool.driver.rules.map(({ id }) => id) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
    expect(run?.results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['aks-outbound-type-casing', 'warning'],
      ['aks-lb-basic', 'error'],
    ]);
    for (const { ruleId, ruleIndex, message } of run?.results ?? []) {
      expect(ids[ruleIndex]).toBe(ruleId);
      expect(message.text).not.toMatch(/[{}]/);
    }
  });

  it('places are relative URIs, with lines and columns from 1', () => {
    const [result] = report(text).runs[0]?.results ?? [];
    expect(result?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'infra/my%20aks.bicep', uriBaseId: '%SRCROOT%' },
      region: { startLine: 6, startColumn: 21, endLine: 6, endColumn: 35 },
    });
  });

  it('names only rules that judge files', () => {
    const ids = report(text).runs[0]?.tool.driver.rules.map(({ id }) => id);
    expect(ids).toEqual(rules.filter(({ severity }) => severity.file !== 'none').map(({ id }) => id));
  });

  it('fingerprints stay when lines move, and tell same lines apart', () => {
    expect(fingerprints(report(`// moved\n\n${text}`))).toEqual(fingerprints(report(text)));
    const twice = fingerprints(report(text + text.replace('resource aks', 'resource other')));
    expect(new Set(twice).size).toBe(4);
    expect(fingerprints(report(text, '/repo/other.bicep'))).not.toEqual(fingerprints(report(text)));
  });

  it('is whole without findings', () => {
    expect(report(cluster("outboundType: 'loadBalancer'")).runs[0]?.results).toEqual([]);
  });
});
