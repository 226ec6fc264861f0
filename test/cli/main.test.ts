import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cluster, managedPool } from '../bicep/judged.js';
import type { CommandLine } from './call.js';
import { commandLine } from './call.js';

const wrong = cluster("outboundType: 'userDefinedRouting'", managedPool);
const odd = cluster("outboundType: 'LoadBalancer'");
const right = cluster("outboundType: 'loadBalancer'");

describe('aks-egress check', () => {
  let cli: CommandLine;
  beforeAll(async () => {
    cli = await commandLine();
  }, 60_000);
  afterAll(() => cli.dispose());

  beforeEach(() => {
    cli.empty();
    cli.write('right.bicep', right);
    cli.write('infra/wrong.bicep', wrong);
    cli.write('infra/odd one.bicep', odd);
    cli.write('infra/notes.txt', wrong);
    cli.write('infra/node_modules/x/wrong.bicep', wrong);
  });

  it('ends with 0 when nothing is found, and says how many files it read', () => {
    expect(cli.call('check', 'right.bicep')).toEqual({
      code: 0,
      out: '1 file checked, nothing found.\n',
      err: '',
    });
  });

  it('names file, line and column of each finding, and ends with 1', () => {
    const { code, out } = cli.call('check', 'infra');
    expect(code).toBe(1);
    const line = wrong.slice(0, wrong.indexOf("'userDefinedRouting'")).split('\n').length;
    expect(out).toContain(`infra/wrong.bicep:${line}:21: error aks-udr-without-subnet: `);
    expect(out).toContain('infra/odd one.bicep:6:21: warning aks-outbound-type-casing: ');
    expect(out).toMatch(/\n2 files checked: 1 error, 1 warning\.\n$/);
  });

  it.each([
    ['error', 'infra/odd one.bicep', 0],
    ['warning', 'infra/odd one.bicep', 1],
    ['information', 'infra/odd one.bicep', 1],
    ['error', 'infra/wrong.bicep', 1],
    ['information', 'right.bicep', 0],
  ])('--fail-on %s on %s ends with %i', (failOn, file, code) => {
    expect(cli.call('check', file, '--fail-on', failOn).code).toBe(code);
    expect(cli.call('check', `--fail-on=${failOn}`, file).code).toBe(code);
  });

  it.each([
    ['**/*.bicep', 3],
    ['infra/*.bicep', 2],
    ['infra/w*.bicep', 1],
    ['./infra/wrong.bice?', 1],
    ['.', 3],
  ])('the pattern %s stands for %i files', (pattern, count) => {
    expect(cli.call('check', pattern).out).toMatch(new RegExp(`(^|\\n)${count} files? checked`));
  });

  it('a file that is named twice is checked once', () => {
    expect(cli.call('check', 'right.bicep', './right.bicep', '.').out).toContain('3 files checked');
  });

  it('reads local modules along, and parameter files', () => {
    cli.write('mod/leaf.bicep', `param kind string\n${cluster('outboundType: kind')}`);
    cli.write('mod/root.bicep', "module aks 'leaf.bicep' = {\n  params: {\n    kind: 'nonsense'\n  }\n}\n");
    cli.write('mod/my file.bicepparam', "using 'leaf.bicep'\nparam kind = 'natGateway'\n");
    expect(cli.call('check', 'mod/root.bicep').out).toContain(
      'mod/root.bicep:3:11: error aks-outbound-type-unknown',
    );
    expect(cli.call('check', 'mod/my file.bicepparam').out).toContain('mod/my file.bicepparam:2:14: error');
    expect(cli.call('check', 'mod/leaf.bicep').code).toBe(0);
  });

  it('--format json gives every field of a finding', () => {
    const { code, out } = cli.call('check', 'infra/wrong.bicep', '--format', 'json');
    expect(code).toBe(1);
    const report = JSON.parse(out) as { findings: Record<string, unknown>[] };
    expect(report).toMatchObject({ version: 1, checked: 1 });
    expect(report.findings[0]).toMatchObject({
      ruleId: 'aks-udr-without-subnet',
      severity: 'error',
      file: 'infra/wrong.bicep',
      line: 6,
      column: 21,
      endLine: 6,
      endColumn: 41,
    });
  });

  it('says where a file stops being Bicep, in every format, goes on with the others, and keeps the gate shut', () => {
    cli.write('torn/half.bicep', `${right}\nresource half 'Microsoft.Net`);
    cli.write('torn/noise.bicep', '\u0001\u0002 [[[ ?? }}');
    const torn = cli.call('check', 'torn');
    expect(torn).toMatchObject({ code: 2, out: '2 files checked, 2 of them not in full, nothing found.\n' });
    const line = right.split('\n').length + 1;
    expect(torn.err).toContain(`torn/half.bicep:${line}:`);
    expect(torn.err).toContain(
      'torn/noise.bicep:1:1: not judged in full: from here on the text is not Bicep\n',
    );
    const json = JSON.parse(cli.call('check', 'torn', '--format', 'json').out) as { broken: unknown[] };
    expect(json.broken).toHaveLength(2);
    expect(cli.call('check', 'torn', '--format', 'sarif').out).toContain('Not judged in full');
    expect(cli.call('check', 'right.bicep').err).toBe('');
  });

  it.each([
    [['chekc'], /There is no command chekc/],
    [['check'], /Say which files to check/],
    [['check', 'x', '--formt', 'json'], /There is no option --formt/],
    [['check', 'x', '--format', 'xml'], /--format is one of text, json, sarif, not xml/],
    [['check', 'x', '--fail-on'], /--fail-on needs one of error, warning, information/],
    [['check', 'missing.bicep'], /missing\.bicep is neither a file nor a folder/],
    [['check', `${'long'.repeat(200)}.bicep`], /cannot be read: ENAMETOOLONG/],
    [['check', 'missing/*.bicep'], /missing\/\*\.bicep stands for no Bicep file/],
  ])('%j ends with 2 and a sentence', (words, sentence) => {
    const { code, out, err } = cli.call(...words);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(sentence);
  });

  it('explains itself', () => {
    expect(cli.call('--help')).toMatchObject({ code: 0, err: '' });
    expect(cli.call()).toMatchObject({ code: 2, out: '' });
    expect(cli.call().err).toContain('Exit codes');
    expect(cli.call('--version').out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('a module that is not there is left unknown, and a link that leads nowhere is passed over', () => {
    cli.write('gone/root.bicep', "module aks './no.bicep' = {\n  params: {}\n}\n");
    symlinkSync(path.join(cli.folder, 'nowhere'), path.join(cli.folder, 'gone', 'link.bicep'));
    expect(cli.call('check', 'gone')).toMatchObject({ code: 0, err: '' });
  });
});
