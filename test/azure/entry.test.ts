import { describe, expect, it } from 'vitest';
import { chinaCloud, customCloud, publicCloud, usGovernmentCloud } from '../../src/azure/entry.js';
import { find, never, rig } from './rig.js';

describe('Azure as the host sees it', () => {
  it('knows who is signed in, and that signing in changes it', async () => {
    const { open } = rig();
    const { azure } = open();
    expect(azure.kind).toBe('sandbox');
    expect(azure.portal).toBeUndefined();
    expect(await azure.isSignedIn()).toBe(true);
  });

  it('reaches nothing but its own host, through a whole look around', async () => {
    const { open, sandbox } = rig();
    const window = open();
    await window.azure.read(await find(window, 'ledger-prod'), never());
    expect(window.requests.length).toBeGreaterThan(5);
    expect(await sandbox.unknownRequests()).toEqual([]);
    expect(await sandbox.writes()).toEqual([]);
  });

  it('says what is wrong with an id, and with a tenant that nobody is in', async () => {
    const { open } = rig();
    const { azure } = open();
    const cluster = await find(open(), 'shop-prod');
    await expect(
      azure.read({ id: '/subscriptions/x', tenantId: cluster.tenantId }, never()),
    ).rejects.toMatchObject({
      name: 'Trouble',
    });
    await expect(azure.read({ id: cluster.id, tenantId: 'nobody' }, never())).rejects.toMatchObject({
      name: 'Trouble',
      problem: { kind: 'expired' },
    });
  });

  it('stops when its signal aborts, with that reason', async () => {
    const { open } = rig();
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    await expect(open().azure.inventory(stop.signal)).rejects.toThrow('enough');
  });
});

describe('a cloud', () => {
  it.each([publicCloud, chinaCloud, usGovernmentCloud])(
    '$name has hosts and an audience of its own',
    (cloud) => {
      expect(cloud.resourceManager).toMatch(/^https:\/\/management[.][a-z.]+$/);
      expect(cloud.scopes).toHaveLength(1);
      expect(cloud.scopes[0]).toMatch(/^https:\/\/management[.].*\/[.]default$/);
    },
  );

  it('of a person goes by its own addresses', () => {
    expect(customCloud({ resourceManager: 'https://management.local.azurestack.external/' })).toEqual({
      name: 'management.local.azurestack.external',
      resourceManager: 'https://management.local.azurestack.external',
      scopes: ['https://management.local.azurestack.external/.default'],
      portal: 'https://management.local.azurestack.external',
    });
    expect(
      customCloud({
        name: 'Lab',
        resourceManager: 'https://arm.lab',
        audience: 'https://aud.lab/x',
        portal: 'https://portal.lab',
      }),
    ).toMatchObject({
      name: 'Lab',
      scopes: ['https://aud.lab/x/.default'],
      portal: 'https://portal.lab',
    });
  });

  it.each([
    'http://arm.lab',
    'arm.lab',
    'https://u:p@arm.lab',
    'https://arm.lab/path',
    'https://arm.lab/?q=1',
    '',
  ])('is none at %s, where a token must not go', (resourceManager) =>
    expect(customCloud({ resourceManager })).toBeUndefined(),
  );
});
