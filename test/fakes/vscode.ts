// A second implementation of the few VS Code calls that the host makes, for tests that run without an editor.
// `desk` is the person in front of it: what they see, and what they choose.

export * from './vscode/values.js';
export * from './vscode/window.js';
export * from './vscode/workspace.js';
export { desk } from './vscode/desk.js';
