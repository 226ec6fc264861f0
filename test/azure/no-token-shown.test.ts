import { describe, expect, it } from 'vitest';
import { redact } from '../../src/host/redact.js';
import { toManagedNatGateway } from './orders.js';
import { find, never, rig, watching, type Window } from './rig.js';

/** Everything that leaves the Azure room: what is logged, listed, read, journaled and thrown. */
async function outputsOf(window: Window, world: ReturnType<typeof rig>): Promise<readonly string[]> {
  const out: unknown[] = [];
  const told = async (work: Promise<unknown>): Promise<void> => {
    out.push(
      await work.catch((error: unknown) => {
        const { problem } = error as { problem?: unknown };
        return [String(error), (error as Error).stack, problem];
      }),
    );
  };
  const cluster = await find(world.open(), 'shop-prod');
  await told(window.azure.inventory(never()));
  await told(window.azure.read(cluster, never()));
  const order = await world.order(world.open(), 'shop-prod', toManagedNatGateway);
  const watch = watching((record) => out.push(withoutOperation(record)));
  await told(window.azure.runner.start(order, watch.watch));
  await told(window.azure.runner.records());
  const kept = [...world.store.kept.values()].map((text) => JSON.parse(text) as object);
  out.push(kept.map(withoutOperation), window.logged);
  return out.map((one) => JSON.stringify(one));
}

/** The journal may hold the signed address of an operation that is under way; nobody else may. */
const withoutOperation = (record: object): unknown => ({ ...record, operation: undefined });

const secrets = (window: Window) => {
  const seen = new Set<string>();
  const before = window.onSending;
  window.onSending = (request) => {
    const token = request.headers.get('authorization')?.replace(/^Bearer /, '');
    if (token !== undefined) seen.add(token);
    for (const signature of new URL(request.url).searchParams.getAll('s')) seen.add(signature);
    return before(request);
  };
  return seen;
};

describe('no token and no signature', () => {
  it('stands in a log, a list, a reading, a journal or an error, though all goes well', async () => {
    const world = rig();
    const window = world.open();
    const seen = secrets(window);
    const outputs = (await outputsOf(window, world)).join('\n');
    expect(seen.size).toBeGreaterThan(1);
    expect([...seen].filter((secret) => outputs.includes(secret))).toEqual([]);
    expect(outputs).not.toMatch(/\bBearer\s+\w|\beyJ[\w-]{8,}\.[\w-]{8,}/);
  });

  it.each([
    ['a refusal', 403, 'application/json'],
    ['a body that is no JSON', 502, 'text/html'],
    ['an answer', 200, 'application/json'],
  ])(
    'stands there where something in between shows the whole request back as %s',
    async (_, status, type) => {
      const world = rig();
      const window = world.open();
      const seen = secrets(window);
      window.answerWith = (_response, request) => {
        const all = `${request.method} ${request.url} ${JSON.stringify([...request.headers])}`;
        const body =
          type === 'text/html'
            ? `<html><title>${all}</title>${all}</html>`
            : JSON.stringify({
                error: { code: 'Echo', message: all, target: all },
                properties: { echo: all },
              });
        return new Response(body, { status, headers: { 'content-type': type } });
      };
      const outputs = (await outputsOf(window, world)).join('\n');
      expect(seen.size).toBeGreaterThan(0);
      expect(outputs).toContain('(token left out)');
      expect([...seen].filter((secret) => outputs.includes(secret))).toEqual([]);
    },
  );

  it('stands in a line of the log, whatever shape the token has', () => {
    const line = 'GET /x: Bearer abcdefgh.12345678 eyJhbGciOiJub25lIn0.eyJhIjoxfQ.x ?t=1&s=signature';
    expect(redact(line)).not.toMatch(/abcdefgh|eyJ|signature/);
  });

  it('goes to another host, whether a next page, an operation or a location names it', async () => {
    const world = rig();
    const window = world.open();
    const hosts = new Set<string>();
    window.onSending = (request) => {
      hosts.add(new URL(request.url).host);
      return undefined;
    };
    const order = await world.order(world.open(), 'shop-prod', toManagedNatGateway);
    window.answerWith = async (response) => {
      const headers = new Headers(response.headers);
      for (const name of ['azure-asyncoperation', 'location', 'operation-location'])
        headers.set(name, 'https://evil.example/operations/o?api-version=1&t=1');
      const text = await response.text();
      const body = text.startsWith('{"value"')
        ? text.replace(/^\{/, '{"nextLink":"https://evil.example/next",')
        : text;
      return new Response(body === '' ? null : body, { status: response.status, headers });
    };
    const { tenants } = await window.azure.inventory(never());
    expect(JSON.stringify(tenants)).toContain('another host');
    await window.azure.runner.start(order, watching().watch);
    const [{ record } = { record: undefined }] = await window.azure.runner
      .records()
      .then((all) => all.flatMap((one) => ('record' in one ? [one] : [])));
    expect(record?.operation).toBeUndefined();
    expect(await world.puts()).toHaveLength(1);
    expect([...hosts]).toEqual([new URL(world.sandbox.host).host]);
  });
});
