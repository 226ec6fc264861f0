import { desk, type FakeTree } from './desk.js';
import { FakePanel } from './panel.js';
import { Disposable, EventEmitter, Uri } from './values.js';

type MessageArgs = readonly (string | { readonly modal?: boolean; readonly detail?: string })[];

function told(kind: string, message: string, args: MessageArgs): Promise<string | undefined> {
  const [first, ...others] = args;
  const options = typeof first === 'object' ? first : undefined;
  const buttons = (options === undefined ? args : others).filter((one) => typeof one === 'string');
  desk.said.push({
    kind: options?.modal === true ? `modal ${kind}` : kind,
    message,
    ...(options?.detail === undefined ? {} : { detail: options.detail }),
    buttons,
  });
  const pressed = desk.presses.shift();
  return Promise.resolve(buttons.find((button) => button === pressed));
}

export const l10n = { bundle: undefined as Record<string, string> | undefined };

export const env = {
  language: 'en',
  clipboard: {
    writeText: (text: string) => {
      desk.clipboard = text;
      return Promise.resolve();
    },
  },
  openExternal: (uri: Uri) => {
    desk.opened.push(uri.toString());
    return Promise.resolve(true);
  },
};

export const window = {
  showInformationMessage: (message: string, ...args: MessageArgs) => told('information', message, args),
  showWarningMessage: (message: string, ...args: MessageArgs) => told('warning', message, args),
  showErrorMessage: (message: string, ...args: MessageArgs) => told('error', message, args),
  showQuickPick: async (items: unknown, { title }: { readonly title?: string } = {}) => {
    desk.titles.push(title ?? '');
    const list = (await items) as { readonly label: string }[];
    desk.offered.push(list);
    const pick = desk.picks.shift();
    return pick === undefined ? undefined : list.find(({ label }) => label.startsWith(pick));
  },
  setStatusBarMessage: (message: string) => {
    desk.statusMessages.push(message);
    return new Disposable(() => undefined);
  },
  createOutputChannel: () => {
    const write = (line: string): void => void desk.logged.push(line);
    return {
      info: write,
      warn: write,
      error: write,
      show: () => void desk.shown.push('log'),
      dispose: () => undefined,
    };
  },
  createStatusBarItem: () => {
    const item = {
      text: '',
      isShown: false,
      command: undefined as unknown,
      show: () => undefined,
      hide: () => undefined,
      dispose: () => undefined,
    };
    item.show = () => void (item.isShown = true);
    item.hide = () => void (item.isShown = false);
    desk.statusItems.push(item);
    return item;
  },
  createTreeView: (_id: string, { treeDataProvider }: { readonly treeDataProvider: FakeTree }) => {
    desk.trees.push(treeDataProvider);
    return {
      title: '',
      message: '',
      onDidExpandElement: new EventEmitter().event,
      onDidCollapseElement: new EventEmitter().event,
      onDidChangeVisibility: new EventEmitter().event,
      dispose: () => undefined,
    };
  },
  createWebviewPanel: (_type: string, title: string) => {
    const panel = new FakePanel(title);
    desk.panels.push(panel);
    return panel;
  },
  registerWebviewPanelSerializer: () => new Disposable(() => undefined),
  withProgress: (
    { title }: { readonly title?: string },
    work: (progress: unknown, token: unknown) => unknown,
  ) => {
    if (title !== undefined) desk.titles.push(title);
    return work(
      { report: () => undefined },
      { onCancellationRequested: () => new Disposable(() => undefined) },
    );
  },
  showTextDocument: (what: { uri?: Uri } | Uri) => {
    desk.shown.push((what instanceof Uri ? what : what.uri)?.toString() ?? '');
    return Promise.resolve({});
  },
  tabGroups: {
    get all() {
      return desk.tabsInSight.map((activeTab) => ({ activeTab }));
    },
    onDidChangeTabs: desk.tabsChanged.event,
    onDidChangeTabGroups: desk.tabsChanged.event,
    close: (tab: unknown) => {
      desk.tabsInSight = desk.tabsInSight.filter((one) => one !== tab);
      return Promise.resolve(true);
    },
  },
  get activeTextEditor() {
    return desk.activeDocument === undefined ? undefined : { document: desk.activeDocument };
  },
};
