import { describe, expect, it } from 'vitest';
import { objectsOf, textAt } from '../../../src/sandbox/json.js';
import { shop, toManagedNat } from '../../sandbox/caller.js';
import { ask, clientOf, serverFor, signIn } from './asking.js';

const payloadOf = (token: unknown): Readonly<Record<string, unknown>> =>
  JSON.parse(Buffer.from(String(token).split('.')[1] ?? '', 'base64url').toString('utf8')) as Record<
    string,
    unknown
  >;

const contoso = 'c0450000-0000-4000-8000-000000000001';
const fabrikam = 'fab00000-0000-4000-8000-000000000002';

describe('what clients ask before they sign in', () => {
  it('is the cloud, whose sign-in is https even when asked over http', async () => {
    const server = await serverFor();
    const cloud = await ask(`${server.http}/metadata/endpoints?api-version=2022-09-01`);
    expect(cloud.at('authentication', 'loginEndpoint')).toBe(`${server.https}/adfs`);
    expect(cloud.at('suffixes')).toEqual({});
    const list = await ask(`${server.http}//metadata/endpoints?api-version=2019-05-01`);
    expect(textAt(objectsOf(list.at())[0], 'resourceManager')).toBe(server.https);
  });

  it.each(['adfs', 'adfs/fabrikam.example', 'ADFS/fabrikam.example/v2.0'])(
    'is the OpenID document of %s',
    async (authority) => {
      const server = await serverFor();
      const url = `${server.https}/${authority}/.well-known/openid-configuration`;
      const document = await ask(url, { trust: server.certificate });
      const base = `${server.https}/${authority.toLowerCase().replace('/v2.0', '')}`;
      expect(document.at('token_endpoint')).toBe(`${base}/oauth2/token`);
    },
  );
});

describe('a service principal', () => {
  const subscriptionsOf = async (form: Readonly<Record<string, string>>): Promise<readonly string[]> => {
    const client = await clientOf(await serverFor(), form);
    const list = await client.get('/subscriptions?api-version=2022-12-01');
    return objectsOf(list.at('value')).map((one) => textAt(one, 'displayName'));
  };

  it('speaks for the scenario’s first account in its first tenant, with any secret', async () => {
    expect(await subscriptionsOf({ client_id: 'dev', client_secret: 'whatever' })).toContain(
      'Contoso Production',
    );
  });

  it('chooses another tenant by its name', async () => {
    expect(await subscriptionsOf({ client_id: 'dev@fabrikam.example' })).toEqual(['Fabrikam Web']);
    expect(await subscriptionsOf({ client_id: `dev@${fabrikam}` })).toEqual(['Fabrikam Web']);
  });

  it('chooses a tenant by the authority’s path, and is refused for one that is nobody’s', async () => {
    const server = await serverFor();
    const there = await signIn(server, {}, 'adfs/fabrikam.example');
    expect(payloadOf(there.at('access_token'))['tid']).toBe(fabrikam);
    const nowhere = await signIn(server, {}, 'adfs/nobody.example');
    expect([nowhere.status, nowhere.at('error')]).toEqual([400, 'invalid_grant']);
    expect(nowhere.words('error_description')).toContain('AADSTS90002');
  });

  it('keeps a token for a day, however fast the sandbox is', async () => {
    const client = await clientOf(await serverFor({ speed: 5_000 }));
    expect((await client.get('/tenants?api-version=2022-12-01')).status).toBe(200);
    await client.server.sandbox.clock.sleep(7_200_000);
    expect((await client.get('/tenants?api-version=2022-12-01')).status).toBe(200);
  });

  it('is signed in where nobody was, and hears Entra’s words where consent is missing', async () => {
    const client = await clientOf(await serverFor({ scenario: 'signed-out' }));
    expect((await client.get('/subscriptions?api-version=2022-12-01')).status).toBe(200);
    const answer = await signIn(await serverFor({ scenario: 'no-consent' }), {
      client_id: 'dev@fabrikam.example',
    });
    expect(answer.words('error_description')).toMatch(/^AADSTS65001/);
  });

  it('answers a claims challenge with a new token', async () => {
    const server = await serverFor({ scenario: 'stronger-sign-in' });
    // What every client says of itself is no answer to a challenge.
    const plain = await clientOf(server, { claims: '{"access_token":{"xms_cc":{"values":["CP1"]}}}' });
    const put = toManagedNat((await plain.get(shop)).at());
    const challenged = await plain.send('PUT', shop, put);
    const challenge = /claims="([^"]+)"/.exec(String(challenged.headers['www-authenticate']))?.[1] ?? '';
    expect(challenged.status).toBe(401);
    const stronger = await clientOf(server, { claims: Buffer.from(challenge, 'base64').toString('utf8') });
    expect((await stronger.send('PUT', shop, put)).status).toBe(200);
  });
});

describe('a person', () => {
  it('signs in with a name, and the client learns who it was', async () => {
    const server = await serverFor();
    const name = { grant_type: 'password', username: 'alex@contoso.example', password: 'any' };
    const answer = await signIn(server, name);
    expect(payloadOf(answer.at('id_token'))).toMatchObject({
      tid: contoso,
      upn: 'alex@contoso.example',
      aud: 'dev',
    });
    const refresh = { grant_type: 'refresh_token', refresh_token: answer.words('refresh_token') };
    expect(payloadOf((await signIn(server, refresh)).at('access_token'))['tid']).toBe(contoso);
  });

  it('signs in by a code that nobody has to type', async () => {
    const server = await serverFor();
    const code = await ask(`${server.https}/adfs/oauth2/devicecode`, {
      method: 'POST',
      trust: server.certificate,
      body: 'client_id=az',
    });
    const form = {
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      device_code: code.words('device_code'),
    };
    expect((await signIn(server, form)).at('token_type')).toBe('Bearer');
  });

  it('gets no token by a grant that the sandbox does not know', async () => {
    const answer = await signIn(await serverFor(), { grant_type: 'authorization_code' });
    expect([answer.status, answer.at('error')]).toEqual([400, 'unsupported_grant_type']);
  });
});

describe('a machine’s identity', () => {
  it.each(['/msi/token?resource=x', '/metadata/identity/oauth2/token?api-version=2018-02-01&resource=x'])(
    'gets a token over http at %s that tells its tenant',
    async (target) => {
      const server = await serverFor();
      const answer = await ask(`${server.http}${target}`);
      expect(payloadOf(answer.at('access_token'))['tid']).toBe(contoso);
      expect(Number(answer.at('expires_on'))).toBeGreaterThan(Date.now() / 1000);
    },
  );
});
