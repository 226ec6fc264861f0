import { desk, fakeDocument, type Account, type AskedSession, type FakeDocument } from './desk.js';
import { Disposable, Uri, type Diagnostic, type Listener } from './values.js';

export const workspace = {
  get isTrusted() {
    return desk.isTrusted;
  },
  get workspaceFolders() {
    return desk.folders?.map((uri) => ({ uri: Uri.parse(uri) }));
  },
  get textDocuments() {
    return desk.documents;
  },
  /** A folder's own settings stand under its path: `/two:aksEgress.rules`. */
  getConfiguration: (section: string, uri?: Uri) => ({
    get: (name: string) =>
      [...desk.settings].find(
        ([key]) =>
          key.endsWith(`:${section}.${name}`) && uri?.path.startsWith(key.split(':')[0] ?? '') === true,
      )?.[1] ?? desk.settings.get(`${section}.${name}`),
    inspect: (name: string) => ({ globalValue: desk.settings.get(`global:${section}.${name}`) }),
    update: (name: string, value: unknown, target: number) => {
      desk.settings.set('last target', target);
      desk.set(`${section}.${name}`, value);
      return Promise.resolve();
    },
  }),
  onDidChangeConfiguration: (listener: Listener<{ affectsConfiguration(section: string): boolean }>) =>
    desk.configurationChanged.event(listener),
  onDidGrantWorkspaceTrust: (listener: Listener<undefined>) => desk.trustGranted.event(listener),
  onDidOpenTextDocument: (listener: Listener<FakeDocument>) => desk.documentOpened.event(listener),
  onDidChangeTextDocument: (listener: Listener<{ document: FakeDocument }>) =>
    desk.documentChanged.event(listener),
  onDidCloseTextDocument: (listener: Listener<FakeDocument>) => desk.documentClosed.event(listener),
  createFileSystemWatcher: () => ({
    onDidChange: (listener: Listener<Uri>) => desk.fileTouched.event(listener),
    onDidCreate: () => new Disposable(() => undefined),
    onDidDelete: () => new Disposable(() => undefined),
    dispose: () => undefined,
  }),
  registerTextDocumentContentProvider: (
    scheme: string,
    provider: { provideTextDocumentContent(uri: Uri): unknown },
  ) => {
    desk.contentProviders.set(scheme, provider);
    return new Disposable(() => desk.contentProviders.delete(scheme));
  },
  openTextDocument: (what: Uri | { language: string; content: string }) =>
    Promise.resolve(
      what instanceof Uri
        ? desk.open(what.toString(), desk.files.get(what.toString()) ?? '')
        : fakeDocument(Uri.parse('untitled:Untitled-1'), what.content, what.language),
    ),
  /** Every file of the desk: a test puts there what the pattern finds. */
  findFiles: () => Promise.resolve([...desk.files.keys()].map((uri) => Uri.parse(uri))),
  asRelativePath: (uri: Uri) => uri.path.replace('/workspace/', ''),
  fs: {
    readFile: (uri: Uri) => {
      const text = desk.files.get(uri.toString());
      return text === undefined
        ? Promise.reject(new Error('FileNotFound'))
        : Promise.resolve(new TextEncoder().encode(text));
    },
    stat: (uri: Uri) =>
      desk.files.has(uri.toString()) ? Promise.resolve({}) : Promise.reject(new Error('FileNotFound')),
  },
};

export const commands = {
  registerCommand: (id: string, run: (...args: unknown[]) => unknown) => {
    desk.commands.set(id, run);
    return new Disposable(() => desk.commands.delete(id));
  },
  executeCommand: (id: string, ...args: unknown[]) => {
    if (id === 'setContext') desk.context.set(args[0] as string, args[1]);
    else desk.executed.push({ id, args });
    return Promise.resolve(desk.commands.get(id)?.(...args));
  },
  getCommands: () => Promise.resolve([...desk.commands.keys()]),
};

export const languages = {
  createDiagnosticCollection: () => ({
    set: (uri: Uri, diagnostics: readonly Diagnostic[]) =>
      void desk.diagnostics.set(uri.toString(), diagnostics),
    get: (uri: Uri) => desk.diagnostics.get(uri.toString()),
    delete: (uri: Uri) => void desk.diagnostics.delete(uri.toString()),
    clear: () => desk.diagnostics.clear(),
    dispose: () => undefined,
  }),
  registerCodeActionsProvider: () => new Disposable(() => undefined),
  registerHoverProvider: () => new Disposable(() => undefined),
};

export const authentication = {
  getAccounts: (asked: string) => {
    if (desk.providers?.includes(asked) === false)
      return Promise.reject(
        new Error(`Timed out waiting for authentication provider '${asked}' to register.`),
      );
    return Promise.resolve(
      desk.accounts.filter(({ providerId }) => providerId === undefined || providerId === asked),
    );
  },
  onDidChangeSessions: (listener: Listener<undefined>) => desk.sessionsChanged.event(listener),
  getSession: (providerId: string, request: AskedSession['request'], options: Record<string, unknown>) => {
    desk.asked.push({ providerId, request, options });
    const scopes = Array.isArray(request) ? (request as readonly string[]) : undefined;
    const account = options.account as Account | undefined;
    const kept = desk.sessions.find(
      (one) => one.account.id === account?.id && JSON.stringify(one.scopes) === JSON.stringify(scopes),
    );
    if (kept !== undefined && options.clearSessionPreference !== true) return Promise.resolve(kept);
    if (options.silent === true) return Promise.resolve(undefined);
    if (desk.promptBrings === undefined) return Promise.reject(new Error('User did not consent to login.'));
    return Promise.resolve({ account: account ?? desk.accounts[0], accessToken: desk.promptBrings, scopes });
  },
};
