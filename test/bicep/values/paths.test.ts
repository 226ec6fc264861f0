import { describe, expect, it } from 'vitest';
import { resolveUri } from '../../../src/bicep/values/paths.js';

describe('paths of modules', () => {
  it.each([
    ['file:///a/b/main.bicep', 'c.bicep', 'file:///a/b/c.bicep'],
    ['file:///a/b/main.bicep', './c/d.bicep', 'file:///a/b/c/d.bicep'],
    ['file:///a/b/main.bicep', '../c.bicep', 'file:///a/c.bicep'],
    ['file:///a/main.bicep', '../../../c.bicep', 'file:///c.bicep'],
    ['file:///c%3A/my%20repo/main.bicep', 'my file.bicep', 'file:///c%3A/my%20repo/my%20file.bicep'],
    ['vscode-vfs://github/o/r/main.bicep', './m.bicep', 'vscode-vfs://github/o/r/m.bicep'],
    ['untitled:Untitled-1', './m.bicep', undefined],
    ['file:///a/main.bicep', 'br/public:avm/x:1.0', undefined],
    ['file:///a/main.bicep', 'ts:a/b:1', undefined],
    ['file:///a/main.bicep', '/etc/passwd', undefined],
    ['file:///a/main.bicep', '', undefined],
    ['file:///a/main.bicep', '\uD800.bicep', undefined],
  ])('from %s, %j is %j', (base, path, expected) => {
    expect(resolveUri(base, path)).toBe(expected);
  });
});
