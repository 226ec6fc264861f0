import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { serveSandbox } from '../../../scripts/sandbox/server.js';
import { tellHowToConnect } from '../../../scripts/sandbox/telling.js';
import { announceUnknown } from '../../fakes/unknown-routes.js';
import { clusterAt, production, shop, toManagedNat } from '../../sandbox/caller.js';
import { ask, clientOf, ended, fast, serverFor, signIn } from './asking.js';

const subscriptions = '/subscriptions?api-version=2022-12-01';

describe('the certificate', () => {
  it('is for this machine only, vouches for nobody else, and has a file as long as the server runs', async () => {
    const server = await serverFor();
    const certificate = new X509Certificate(readFileSync(server.certificateFile));
    expect(certificate.subjectAltName).toBe('IP Address:127.0.0.1, DNS:localhost');
    expect(certificate.ca).toBe(false);
    expect(readFileSync(server.certificateFile, 'utf8')).not.toContain('PRIVATE');
    await server.stop();
    expect(existsSync(server.folder)).toBe(false);
  });

  it('is trusted by who was told to, by both names, and by nobody else', async () => {
    const server = await serverFor();
    const metadata = `${server.https}/metadata/endpoints?api-version=2022-09-01`;
    await expect(ask(metadata)).rejects.toThrow(/self-signed|unable to verify/i);
    for (const url of [metadata, metadata.replace('127.0.0.1', 'localhost')])
      expect((await ask(url, { trust: server.certificate })).status).toBe(200);
  });
});

describe('the address', () => {
  it('is loopback, and other names are turned away', async () => {
    const server = await serverFor();
    const host = { host: 'sandbox.example' };
    const answer = await ask(`${server.http}${subscriptions}`, { headers: host });
    expect(answer.status).toBe(421);
    expect(server.https).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
  });

  it('is taken only once: a second server says so with Node’s own error', async () => {
    const server = await serverFor();
    const order = {
      httpsPort: Number(new URL(server.https).port),
      httpPort: 0,
      scenario: 'tour',
      speed: fast,
    };
    const second = serveSandbox(order, { within: server.folder });
    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE', port: order.httpsPort });
    const other = {
      httpsPort: 0,
      httpPort: Number(new URL(server.http).port),
      scenario: 'tour',
      speed: fast,
    };
    await expect(serveSandbox(other, { within: server.folder })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });

  it('refuses a scenario that nobody wrote', async () => {
    const { folder } = await serverFor();
    const order = { httpsPort: 0, httpPort: 0, scenario: 'nope', speed: 1 };
    await expect(serveSandbox(order, { within: folder })).rejects.toThrow(
      /There is no scenario 'nope'.*tour/,
    );
  });
});

describe('what a person is told', () => {
  it('is enough to connect with, and the token in it is none', async () => {
    const server = await serverFor({ speed: 20 });
    const text = (await tellHowToConnect(server, 'linux')).join('\n');
    for (const part of [server.https, server.http, server.certificateFile, 'tour, 20 times as fast'])
      expect(text).toContain(part);
    expect(text).toContain(`export REQUESTS_CA_BUNDLE='${server.certificateFile}'`);
    expect((await tellHowToConnect(server, 'win32')).join('\n')).toContain(`set ARM=${server.https}`);
  });

  it('names each request and its status, without the signature of an operation, and what has no answer', async () => {
    announceUnknown(/Unheard/);
    const lines: string[] = [];
    const client = await clientOf(await serverFor({ tell: (line) => lines.push(line) }));
    const before = await client.get(shop);
    const put = await client.send('PUT', shop, toManagedNat(before.at()));
    await client.get(String(put.headers['azure-asyncoperation']));
    await client.get(`/subscriptions/${production}/providers/Microsoft.Unheard/of?api-version=2020-01-01`);
    expect(lines[0]).toBe('200 POST /adfs/oauth2/token');
    expect(lines).toContain(
      `The sandbox knows no answer to GET /subscriptions/${production}/providers/Microsoft.Unheard/of`,
    );
    expect(lines.join('\n')).toMatch(
      /200 GET \/subscriptions\/.*\/operations\/[\da-f-]+\?api-version=[\d-]+$/m,
    );
    expect(lines.join('\n')).not.toMatch(/[&?][cs]=/);
  });
});

describe('Azure Resource Manager behind it', () => {
  it('answers any api-version, any case of a path and slashes too many', async () => {
    const client = await clientOf(await serverFor());
    for (const version of ['2016-02-01', '2022-11-01', '2026-03-02-preview', '2031-01-01'])
      expect((await client.get(clusterAt('rg-shop', 'shop-prod', { apiVersion: version }))).status).toBe(200);
    expect((await client.get(`/${shop.toUpperCase().replace('API-VERSION', 'api-version')}`)).status).toBe(
      200,
    );
    expect((await client.get(`//${shop.slice(1)}`)).at('name')).toBe('shop-prod');
    expect((await client.get(shop.replace(/\?.*/, ''))).at('error', 'code')).toBe(
      'MissingApiVersionParameter',
    );
  });

  it('shows old clients what their version had', async () => {
    const client = await clientOf(await serverFor());
    const old = await client.get(clusterAt('rg-search', 'search-prod', { apiVersion: '2022-11-01' }));
    expect(old.at('properties', 'networkProfile', 'natGatewayProfile', 'sku')).toBeUndefined();
    const now = await client.get(clusterAt('rg-search', 'search-prod'));
    expect(now.at('properties', 'networkProfile', 'natGatewayProfile', 'sku')).toBe('StandardV2');
  });

  it('lets a change run by time, whether anybody looks or not, and hints how often to look', async () => {
    const client = await clientOf(await serverFor());
    const put = await client.send('PUT', shop, toManagedNat((await client.get(shop)).at()));
    expect(put.status).toBe(200);
    expect(put.headers['retry-after-ms']).toBeUndefined();
    const operation = String(put.headers['azure-asyncoperation']);
    expect(operation).toMatch(new RegExp(`^${client.server.https}/subscriptions/`));
    expect((await client.get(operation)).headers['retry-after-ms']).toBe('200');
    // As a client that never polls does: it asks for the cluster.
    const state = async (): Promise<unknown> =>
      (await client.get(shop)).at('properties', 'provisioningState');
    await expect.poll(state, { timeout: 10_000, interval: 1 }).toBe('Succeeded');
    expect(await ended(client, operation)).toBe('Succeeded');
  });

  it('leads links back the way they came, over http too', async () => {
    const { server, get } = await clientOf(await serverFor({ scenario: 'large' }));
    const { value } = JSON.parse((await get(subscriptions)).text) as { value: readonly { id: string }[] };
    const list = `${value[0]?.id ?? ''}/providers/Microsoft.ContainerService/managedClusters?api-version=2026-06-01`;
    const page = await get(list);
    expect(page.text).not.toContain('.invalid');
    const token = (await signIn(server)).words('access_token');
    const headers = { authorization: `Bearer ${token}` };
    const plain = await ask(`${server.http}${list}`, { headers });
    expect(plain.at('value')).toEqual(page.at('value'));
    expect(plain.headers['strict-transport-security']).toBeUndefined();
  });

  it('tells waits in seconds of the client’s clock', async () => {
    const client = await clientOf(await serverFor({ speed: 10 }));
    await client.server.sandbox.addFault({ kind: 'throttle', retryAfterInSeconds: 45 });
    const answer = await client.get(subscriptions);
    expect([answer.status, answer.headers['retry-after']]).toEqual([429, '5']);
  });

  it('breaks the connection where Azure would have', async () => {
    const client = await clientOf(await serverFor());
    await client.server.sandbox.addFault({ kind: 'lost', when: 'beforeAcceptance', times: 1 });
    await expect(client.get(subscriptions)).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect((await client.get(subscriptions)).status).toBe(200);
  });

  it('keeps Azure’s own 401 for who has no token, or one of somebody else', async () => {
    const { server } = await clientOf(await serverFor());
    const none = await ask(`${server.https}${subscriptions}`, { trust: server.certificate });
    expect([none.status, none.at('error', 'code')]).toEqual([401, 'AuthenticationFailed']);
    for (const token of ['opaque', 'a.b.c']) {
      const headers = { authorization: `Bearer ${token}` };
      const answer = await ask(`${server.https}${subscriptions}`, { trust: server.certificate, headers });
      expect([answer.status, answer.at('error', 'code')]).toEqual([401, 'InvalidAuthenticationToken']);
    }
  });
});
