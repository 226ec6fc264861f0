import assert from 'node:assert/strict';
import * as vscode from 'vscode';

interface Contributions {
  readonly contributes?: {
    readonly authentication?: readonly { readonly id: string }[];
    readonly configuration?:
      | { readonly properties?: Readonly<Record<string, { readonly enum?: readonly string[] }>> }
      | readonly { readonly properties?: Readonly<Record<string, { readonly enum?: readonly string[] }>> }[];
  };
}

const contributions = (): readonly Contributions[] =>
  vscode.extensions.all.map(({ packageJSON }) => packageJSON as Contributions);

describe('in a real extension host, sign-in', () => {
  it('is offered by the providers whose ids the extension uses', () => {
    const ids = contributions().flatMap(({ contributes }) =>
      (contributes?.authentication ?? []).map(({ id }) => id),
    );
    for (const id of ['microsoft', 'microsoft-sovereign-cloud']) assert.ok(ids.includes(id), id);
  });

  it('chooses the cloud by a setting that has the names and values that the extension reads', () => {
    const properties = contributions().flatMap(({ contributes }) => {
      const sections = contributes?.configuration ?? [];
      const list = 'properties' in sections ? [sections] : (sections as readonly { properties?: object }[]);
      return list.flatMap((section) => Object.entries(section.properties ?? {}));
    });
    const setting = (name: string) =>
      properties.find(([key]) => key === `microsoft-sovereign-cloud.${name}`)?.[1] as
        { enum?: readonly string[]; properties?: object } | undefined;
    assert.deepEqual(setting('environment')?.enum, ['ChinaCloud', 'USGovernment', 'custom']);
    const fields = Object.keys(setting('customEnvironment')?.properties ?? {});
    for (const field of ['name', 'portalUrl', 'managementEndpointUrl', 'resourceManagerEndpointUrl'])
      assert.ok(fields.includes(field), field);
  });

  it('tells a listener of changed sessions, and lists no account where nobody is signed in', async () => {
    assert.equal(typeof vscode.authentication.onDidChangeSessions, 'function');
    const silently = await vscode.authentication.getSession(
      'microsoft',
      ['https://management.azure.com/.default'],
      { silent: true },
    );
    assert.equal(silently, undefined);
  });
});
