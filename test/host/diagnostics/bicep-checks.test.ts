import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { format } from '../../../src/core/message.js';
import type * as vscode from 'vscode';
import * as bicep from '../../../src/bicep/entry.js';
import type { CurrentSettings } from '../../../src/host/current-settings.js';
import { BicepChecks } from '../../../src/host/diagnostics/bicep-checks.js';
import { checkFile } from '../../../src/host/diagnostics/check-file.js';
import { hovers } from '../../../src/host/diagnostics/hover.js';
import { quickFixes } from '../../../src/host/diagnostics/quick-fixes.js';
import { narrowSettings, type Settings } from '../../../src/host/settings.js';
import { desk, type FakeDocument } from '../../fakes/vscode/desk.js';
import { EventEmitter, Position, type CodeAction, type Hover } from '../../fakes/vscode/values.js';

const wrong = `resource c 'Microsoft.ContainerService/managedClusters@2025-05-01' = {
  name: 'c'
  location: 'westeurope'
  properties: {
    networkProfile: {
      outboundType: 'ManagedNatGateway'
    }
    agentPoolProfiles: [
      { name: 'system', mode: 'System', count: 1 }
    ]
  }
}
`;
const right = wrong.replace('ManagedNatGateway', 'managedNATGateway');
const uri = 'file:///workspace/main.bicep';
const code = 'aks-outbound-type-casing';

describe('Bicep files in the editor', () => {
  let checks: BicepChecks;
  let values: Record<string, unknown>;
  let told: string[] = [];
  const changed = new EventEmitter<Settings>();
  const settings: CurrentSettings = {
    now: () => narrowSettings((name) => values[name]).settings,
    rulesFor: ({ path }) =>
      narrowSettings((name) => values[`${path.split('/')[1] ?? ''}:${name}`] ?? values[name]).settings.rules,
    tell: (problems) => void told.push(...problems.map((problem) => format(problem))),
    onDidChange: (listener) => changed.event((now) => listener(now, now)),
  };
  const set = (name: string, value: unknown): void => {
    values = { ...values, [name]: value };
    changed.fire(settings.now());
  };
  const line = (): void => undefined;
  const asDocument = (document: FakeDocument): vscode.TextDocument =>
    document as unknown as vscode.TextDocument;
  const codes = (): readonly unknown[] =>
    (desk.diagnostics.get(uri) ?? []).map((one) => (one.code as { readonly value: string }).value);
  const severities = (): readonly number[] =>
    (desk.diagnostics.get(uri) ?? []).map(({ severity }) => severity);

  beforeEach(() => {
    desk.reset();
    values = {};
    told = [];
    const log = { info: line, warn: line, error: line, show: line };
    checks = new BicepChecks({ room: () => Promise.resolve(bicep), settings, log });
  });
  afterEach(() => checks.dispose());

  it('are checked when they open and again when they change', async () => {
    const document = desk.open(uri, wrong);
    await expect.poll(codes).toEqual([code]);
    desk.type(document, right);
    await expect.poll(codes).toEqual([]);
  });

  it('are checked by their name where nobody knows the language', async () => {
    desk.open(uri, wrong, 'plaintext');
    await expect.poll(codes).toEqual([code]);
  });

  it('leave no findings behind when they are closed', async () => {
    const document = desk.open(uri, wrong);
    await expect.poll(codes).toEqual([code]);
    desk.close(document);
    expect(desk.diagnostics.has(uri)).toBe(false);
  });

  it('tell a rule of the settings that is none, when they are checked and when it is written', async () => {
    values = { rules: { 'aks-nonsense': 'off', [code]: 'warning' } };
    desk.open(uri, right);
    await expect.poll(() => told).toHaveLength(1);
    expect(told[0]).toContain('aksEgress.rules names aks-nonsense, and there is no such rule');
    told = [];
    desk.documents = [];
    set('rules', { 'aks-udr-without-subnets': 'error' });
    await expect.poll(() => told).toHaveLength(1);
    expect(told[0]).toContain('aks-udr-without-subnets');
  });

  it('weigh as the settings say, or not at all', async () => {
    desk.open(uri, wrong);
    await expect.poll(severities).toEqual([1]);
    set('rules', { [code]: 'error' });
    await expect.poll(severities).toEqual([0]);
    set('rules', { [code]: 'off' });
    await expect.poll(codes).toEqual([]);
    set('rules', {});
    await expect.poll(codes).toEqual([code]);
    set('bicep.enabled', false);
    expect(desk.diagnostics.size).toBe(0);
  });

  it('weigh as the settings of their own folder say', async () => {
    values = { rules: {}, 'other:rules': { [code]: 'off' } };
    desk.open(uri, wrong);
    const other = 'file:///other/main.bicep';
    desk.open(other, wrong);
    await expect.poll(codes).toEqual([code]);
    await expect.poll(() => desk.diagnostics.get(other)).toEqual([]);
  });

  it('link their code to the page of the rule', async () => {
    desk.open(uri, wrong);
    await expect.poll(codes).toEqual([code]);
    const { target } = desk.diagnostics.get(uri)![0]!.code as { readonly target: vscode.Uri };
    expect(`${target.scheme}:${target.path}?${target.query}`).toBe(`command:aksEgress.openRule?["${code}"]`);
  });

  it('offer a fix after which the finding is gone', async () => {
    const document = desk.open(uri, wrong);
    await expect.poll(codes).toEqual([code]);
    const context = { diagnostics: desk.diagnostics.get(uri) } as unknown as vscode.CodeActionContext;
    const token = { isCancellationRequested: false } as vscode.CancellationToken;
    const actions = (await quickFixes(checks).provideCodeActions(
      asDocument(document),
      undefined as never,
      context,
      token,
    )) as unknown as readonly CodeAction[];
    const edit = actions.find(({ isPreferred }) => isPreferred)!.edit!.edits[0]!;
    const from = document.offsetAt(edit.range.start);
    const to = document.offsetAt(edit.range.end);
    desk.type(document, document.text.slice(0, from) + edit.text + document.text.slice(to));
    await expect.poll(codes).toEqual([]);
    expect(document.text).toBe(right);
  });

  it('explain the outbound type under the pointer', async () => {
    const document = desk.open(uri, right);
    const token = { isCancellationRequested: false } as vscode.CancellationToken;
    const hover = (await hovers(checks, () => Promise.resolve(bicep)).provideHover(
      asDocument(document),
      new Position(5, 8) as unknown as vscode.Position,
      token,
    )) as unknown as Hover;
    expect(hover.contents.map(({ value }) => value).join()).toContain('managedNATGateway');
  });

  it('are asked for where none is in the active editor, and nothing is done when the question is closed', async () => {
    desk.files.set('file:///workspace/infra/main.bicep', right);
    desk.files.set('file:///workspace/a.bicep', wrong);
    await checkFile(checks);
    expect(desk.offered.map((list) => list.map(({ label }) => label))).toEqual([
      ['a.bicep', 'infra/main.bicep'],
    ]);
    expect(desk.said).toEqual([]);
    desk.picks.push('infra');
    await checkFile(checks);
    expect(desk.said.map(({ message }) => message)).toEqual([
      'Nothing wrong was found in the egress settings of this file.',
    ]);
  });

  it('say on demand that nothing is wrong, or that there is nothing to check', async () => {
    desk.activeDocument = desk.open(uri, right);
    await checkFile(checks);
    desk.activeDocument = desk.open('file:///workspace/other.bicep', "param a string = 'x'\n");
    await checkFile(checks);
    desk.activeDocument = desk.open('file:///workspace/a.txt', '', 'plaintext');
    await expect(checkFile(checks)).rejects.toMatchObject({ name: 'HumanError' });
    expect(desk.said.map(({ message }) => message)).toEqual([
      'Nothing wrong was found in the egress settings of this file.',
      'This file declares no AKS cluster, so there is nothing to check.',
    ]);
  });

  it('half typed are survived, at every length', async () => {
    const document = desk.open(uri, '');
    for (let length = 0; length < wrong.length; length += 7) {
      desk.type(document, wrong.slice(0, length));
      await expect(checks.check(asDocument(document))).resolves.not.toThrow();
    }
  });
});
