import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { format } from '../../src/core/message.js';
import { analyze } from '../../src/bicep/entry.js';

const findingsIn = (file: string) => {
  const text = readFileSync(path.join(import.meta.dirname, '..', '..', 'sample', file), 'utf8');
  const uri = `file:///sample/${file}`;
  return analyze({ [uri]: text }, uri).findings;
};

describe('the sample workspace', () => {
  it('wrong-egress.bicep shows many kinds of mistake, most of them with a fix that mends it', () => {
    const findings = findingsIn('wrong-egress.bicep');
    expect(new Set(findings.map(({ finding }) => finding.ruleId)).size).toBeGreaterThanOrEqual(8);
    const mending = findings.filter(({ fixes }) => fixes.length > 1);
    expect(mending.length).toBeGreaterThanOrEqual(6);
    for (const { fixes } of findings) expect(format(fixes.at(-1)!.title)).toMatch(/^Disable aks-/);
  });

  it('main.bicep has none', () => {
    expect(findingsIn('main.bicep')).toEqual([]);
  });
});
