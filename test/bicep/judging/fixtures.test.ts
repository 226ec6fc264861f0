import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../src/bicep/entry.js';

const folder = path.join(import.meta.dirname, '..', '..', 'fixtures', 'bicep');

/** Expectations stand on the line: `outboundType: 'x' // {aks-rule} {aks-other}`. */
function expected(text: string): readonly string[] {
  return text
    .split('\n')
    .flatMap((line, n) =>
      [...line.matchAll(/\{(aks-[\w-]+)\}/g)].map(([, rule]) => `${n + 1} ${rule ?? ''}`),
    );
}

function found(text: string): readonly string[] {
  const uri = 'file:///fixture.bicep';
  return analyze({ [uri]: text }, uri)
    .findings.map(({ finding, span }) => `${text.slice(0, span.start).split('\n').length} ${finding.ruleId}`)
    .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

describe('fixtures', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.bicep'));

  it('are there', () => expect(files.length).toBeGreaterThan(5));

  it.each(files)('%s: each finding on its line, and no other', (file) => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    expect(found(text)).toEqual(
      expected(text).toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })),
    );
  });
});
