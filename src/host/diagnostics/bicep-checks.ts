import * as vscode from 'vscode';
import type { Analysis, Files } from '../../bicep/analysis.js';
import type { CurrentSettings } from '../current-settings.js';
import { stackOf } from '../trouble.js';
import type { Log } from '../log.js';
import type { BicepRoom } from '../rooms.js';
import { diagnosticOf, source } from './diagnostic.js';
import { isBicep, readText } from './documents.js';
import { largestInCharacters, loadFiles } from './load-files.js';
import { rangesIn, type RangeOf } from './range.js';
import { unknownRules } from './unknown-rules.js';

/** Typing pauses this long before a file is read again. */
const pauseInMs = 150;

/** What is known of an open file: good for exactly one version of its text. */
export interface Checked {
  readonly version: number;
  readonly files: Files;
  readonly analysis: Analysis;
  readonly rangeOf: RangeOf;
}

export interface ChecksNeeds {
  readonly room: () => Promise<BicepRoom>;
  readonly settings: CurrentSettings;
  readonly log: Log;
}

/** Reads open Bicep files as they change, and shows what the rules say of them. */
export class BicepChecks implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection(source);
  private readonly checked = new Map<string, Checked>();
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly subscriptions: { dispose(): unknown }[];

  constructor(private readonly needs: ChecksNeeds) {
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.{bicep,bicepparam}');
    const touched = (uri: vscode.Uri): void => this.readAround(uri.toString());
    this.subscriptions = [
      this.collection,
      watcher,
      vscode.workspace.onDidOpenTextDocument((document) => this.soon(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        this.soon(document);
        touched(document.uri);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri)),
      needs.settings.onDidChange(({ rules }) => {
        this.readAll();
        // Whoever has just written a rule's id is told at once where it is none.
        if (Object.keys(rules).length > 0) void this.room().catch(() => undefined);
      }),
      watcher.onDidChange(touched),
      watcher.onDidCreate(() => this.readAll()),
      watcher.onDidDelete(touched),
    ];
    this.readAll();
  }

  /** What is known of a document, waited for where its text has moved on. */
  async check(document: vscode.TextDocument): Promise<Checked | undefined> {
    const checked = this.checked.get(document.uri.toString());
    return checked?.version === document.version ? checked : this.read(document);
  }

  diagnosticsOf(uri: vscode.Uri): readonly vscode.Diagnostic[] {
    return this.collection.get(uri) ?? [];
  }

  get isEnabled(): boolean {
    return this.needs.settings.now().isBicepEnabled;
  }

  dispose(): void {
    for (const timer of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private readAll(): void {
    if (!this.isEnabled) this.collection.clear();
    this.checked.clear();
    for (const document of vscode.workspace.textDocuments) this.soon(document);
  }

  /** Open files that have read the touched one are read again. */
  private readAround(uri: string): void {
    for (const document of vscode.workspace.textDocuments) {
      const key = document.uri.toString();
      if (key === uri || this.checked.get(key)?.files[uri] === undefined) continue;
      this.checked.delete(key);
      this.soon(document);
    }
  }

  private soon(document: vscode.TextDocument): void {
    if (!isBicep(document) || !this.isEnabled) return;
    const key = document.uri.toString();
    clearTimeout(this.waiting.get(key));
    const timer = setTimeout(() => {
      this.waiting.delete(key);
      this.read(document).catch((error: unknown) => {
        const words = stackOf(error);
        this.needs.log.error(`${key}: ${words}`);
      });
    }, pauseInMs);
    this.waiting.set(key, timer);
  }

  private forget(uri: vscode.Uri): void {
    const key = uri.toString();
    clearTimeout(this.waiting.get(key));
    this.waiting.delete(key);
    this.checked.delete(key);
    this.collection.delete(uri);
  }

  private async read(document: vscode.TextDocument): Promise<Checked | undefined> {
    const { version, uri } = document;
    const text = document.getText();
    const key = uri.toString();
    const isStale = (): boolean => document.version !== version || document.isClosed || !this.isEnabled;
    const room = await this.room();
    if (isStale()) return undefined;
    if (text.length > largestInCharacters || !room.isWorthReading(text)) {
      this.checked.delete(key);
      this.collection.delete(uri);
      return undefined;
    }
    const references = (one: string, body: string): readonly string[] => room.references(one, body);
    const files = await loadFiles({ uri: key, text }, { references, read: readText, isStale });
    if (files === undefined || isStale()) return undefined;
    const checked = { version, files, analysis: room.analyze(files, key), rangeOf: rangesIn(files) };
    this.checked.set(key, checked);
    this.show(uri, checked);
    return checked;
  }

  /** The rules, with a word about those of the settings that are none. */
  private async room(): Promise<BicepRoom> {
    const { room, settings } = this.needs;
    const loaded = await room();
    settings.tell(unknownRules(settings.now(), loaded.ruleIds));
    return loaded;
  }

  private show(uri: vscode.Uri, { analysis, rangeOf }: Checked): void {
    const rules = this.needs.settings.rulesFor(uri);
    const key = uri.toString();
    const own = analysis.findings.filter(({ span }) => span.uri === key);
    this.collection.set(
      uri,
      own.flatMap((finding) => diagnosticOf(finding, rules, rangeOf) ?? []),
    );
  }
}
