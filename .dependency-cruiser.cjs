// The laws of the house: which room may import what. Every law says what to do instead,
// and test/laws/imports.test.ts plants a violation of each one.

/** Read a line as "room: the rooms it may use, and the packages". */
const rooms = {
  core: { uses: [], packages: [] },
  wizard: { uses: ['core'], packages: ['valibot'] },
  bicep: { uses: ['core'], packages: ['yaml'] },
  azure: { uses: ['core'], packages: ['@azure', '@azure-rest'] },
  sandbox: { uses: [], packages: [] },
  cli: { uses: ['core', 'bicep'], packages: [] },
  host: { uses: ['core', 'wizard', 'bicep'], packages: ['vscode', '@types/vscode'] },
};

const anyOf = (names) => names.join('|');

const roomLaws = Object.entries(rooms).map(([room, { uses }]) => ({
  name: `${room}-keeps-to-its-room`,
  comment: `src/${room} may use only ${anyOf([room, ...uses]).replaceAll('|', ', ')}. Move the code to the room that owns the idea, or pass what is needed as an argument.`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^(src|webview|test|scripts)/', pathNot: `^src/(${anyOf([room, ...uses])})/` },
}));

const packageLaws = Object.entries(rooms).map(([room, { packages }]) => ({
  name: `${room}-keeps-to-its-packages`,
  comment: `src/${room} may import ${packages.length === 0 ? 'no package' : `only ${packages.join(', ')}`}. Write the few lines, or take the result as an argument.`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: {
    dependencyTypesNot: ['local', 'core', 'aliased'],
    pathNot: ['^(src|webview|test|scripts)/', ...packages.map((name) => `(^|node_modules/)${name}(/|$)`)],
  },
}));

/** A package that only some places may import; `instead` says how the others get what they need. */
const onlyIn = (name, library, homes, instead) => ({
  name,
  comment: instead,
  severity: 'error',
  from: { path: '^(src|webview)/', pathNot: homes },
  to: { path: library },
});

module.exports = {
  forbidden: [
    ...roomLaws,
    ...packageLaws,
    onlyIn(
      'vscode-only-in-host',
      '^vscode$|node_modules/@types/vscode/',
      '^src/(host/|extension[.]ts$|extension[.]web[.]ts$)',
      'Only the host talks to VS Code. Take what you need as an argument; the host passes it.',
    ),
    onlyIn(
      'azure-sdk-only-in-azure',
      '(^|node_modules/)@azure(-rest)?/',
      '^src/azure/',
      "Only src/azure knows the SDK. Add a function there, and a line to the user's own port.",
    ),
    onlyIn(
      'toolkit-only-in-elements',
      '(^|node_modules/)@(vscode/webview-ui-toolkit|microsoft/fast-[a-z-]+)(/|$)',
      '^webview/elements[.]ts$',
      'Use our own element names; webview/elements.ts alone registers the controls, so that they can be replaced.',
    ),
    {
      name: 'node-only-at-the-edge',
      comment:
        'Node is used only in src/cli, src/host/node and scripts. Declare a port where it is needed and write its Node adapter in src/host/node.',
      severity: 'error',
      from: { path: '^(src|webview)/', pathNot: '^src/(cli|host/node)/' },
      to: { dependencyTypes: ['core'], pathNot: '^vscode$' },
    },
    {
      name: 'node-adapters-only-by-extension',
      comment:
        'src/extension.ts alone imports src/host/node and passes the adapters on. Take the port as an argument.',
      severity: 'error',
      from: { path: '^(src|webview)/', pathNot: '^src/(host/node/|extension[.]ts$)' },
      to: { path: '^src/host/node/' },
    },
    {
      name: 'host-loads-rooms-on-first-use',
      comment:
        'The host uses bicep, wizard and core/rules by `import type` only and gets them through a loader from extension.ts, so that activation stays light.',
      severity: 'error',
      from: { path: '^src/host/' },
      to: { path: '^src/(bicep|wizard|core/rules)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'extension-loads-rooms-on-first-use',
      comment:
        "Write `import('./<room>/entry.js')` inside a loader, or `import type`: each room is a file of its own.",
      severity: 'error',
      from: { path: '^src/extension[.]ts$' },
      to: { path: '^src/(azure|sandbox|bicep|wizard)/', dependencyTypesNot: ['type-only', 'dynamic-import'] },
    },
    {
      name: 'rooms-are-entered-by-their-entry',
      comment:
        'Import the room dynamically by its entry.ts and export there what is missing; anything else is bundled twice.',
      severity: 'error',
      from: { path: '^src/extension[.]ts$' },
      to: {
        path: '^src/(azure|sandbox|bicep|wizard)/',
        pathNot: '/entry[.]ts$',
        dependencyTypes: ['dynamic-import'],
      },
    },
    {
      name: 'extension-holds-no-package',
      comment:
        'extension.ts joins rooms and holds no logic. Put the code that needs the package into its room.',
      severity: 'error',
      from: { path: '^src/extension([.]web)?[.]ts$' },
      to: { path: 'node_modules/', pathNot: 'node_modules/@types/vscode/' },
    },
    {
      name: 'webview-sees-the-contract-only',
      comment: 'The page knows src/wizard and src/core. The host sends it states; the page sends intents.',
      severity: 'error',
      from: { path: '^webview/' },
      to: { path: '^(src|test|scripts)/', pathNot: '^src/(wizard|core)/' },
    },
    {
      name: 'webview-keeps-to-its-packages',
      comment:
        'The page renders with Lit and takes its controls from webview/elements.ts. Write the few lines instead.',
      severity: 'error',
      from: { path: '^webview/' },
      to: {
        path: 'node_modules/',
        pathNot: 'node_modules/(lit|lit-html|lit-element|@lit|@lit-labs|@vscode/webview-ui-toolkit|valibot)/',
      },
    },
    {
      name: 'nobody-imports-tests',
      comment: 'Product code never needs a test. Move what is shared into the room that owns it.',
      severity: 'error',
      from: { path: '^(src|webview|scripts)/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-cycles',
      comment:
        'Two files that need each other are one idea, or the lower one takes a function as an argument.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'everything-resolves',
      comment:
        'This import leads nowhere, and a law cannot judge what it cannot find. Correct the path (it ends in .js) or install the package.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^vscode$' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|out)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
