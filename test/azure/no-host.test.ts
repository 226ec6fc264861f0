import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAzure } from '../../src/azure/entry.js';
import { sandboxCloud } from '../../src/azure/cloud.js';
import { canonicalJson } from '../../src/core/canonical-json.js';
import { egressAddressesOf } from '../../src/core/egress-addresses.js';
import { valueOf } from '../../src/core/fact.js';
import { makePlan } from '../../src/core/make-plan.js';
import { memoryJournal, journalStore } from '../fakes/memory-journal.js';
import { ended, find, never, recordOf, rig, sha256, watching } from './rig.js';

/** Every way out of this process, shut: whoever tries one is written down and fails. */
function shutNetwork() {
  const tried: string[] = [];
  const shut = (what: string) =>
    function refuse(...args: readonly unknown[]): never {
      tried.push(`${what} ${JSON.stringify(args[0])}`);
      throw Object.assign(new Error(`no network in this test: ${what}`), { code: 'ENOTFOUND' });
    };
  const undo: (() => void)[] = [];
  const replace = (owner: object, name: string, what: string): void => {
    const before = Object.getOwnPropertyDescriptor(owner, name);
    if (before === undefined) throw new Error(`Node has no ${what}: this test guards nothing there.`);
    Object.defineProperty(owner, name, { ...before, value: shut(what) });
    undo.push(() => void Object.defineProperty(owner, name, before));
  };
  for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny']) {
    replace(dns, name, `dns.${name}`);
    replace(dns.promises, name, `dns.promises.${name}`);
  }
  replace(net.Socket.prototype, 'connect', 'net.connect');
  syncBuiltinESMExports();
  return {
    tried,
    open: () => {
      for (const back of undo) back();
      syncBuiltinESMExports();
    },
  };
}

describe('the sandbox reaches no host', () => {
  let network: ReturnType<typeof shutNetwork>;
  beforeAll(() => {
    network = shutNetwork();
  });
  afterAll(() => network.open());

  it('the guard of this test notices Azure code that is not given the sandbox', async () => {
    const { sandbox } = rig();
    const alone = createAzure(
      {
        sessions: sandbox.sessions,
        clock: sandbox.clock,
        journal: memoryJournal(journalStore()),
        mayWrite: () => true,
        digest: sha256,
        newId: () => 'run',
        log: () => undefined,
      },
      { cloud: sandboxCloud(sandbox.host), kind: 'azure' },
    );
    const { tenants } = await alone.inventory(never());
    expect(network.tried.length).toBeGreaterThan(0);
    expect(JSON.stringify(tenants)).toMatch(/"problem":\{"kind":"offline"/);
    network.tried.length = 0;
  });

  it('listing, reading, changing and verifying look nothing up', async () => {
    const world = rig();
    const window = world.open();
    const cluster = await find(window, 'shop-prod');
    const reading = await window.azure.read(cluster, never());
    const bodyDigest = await sha256(canonicalJson(reading.basis.body));
    const made = makePlan({
      reading,
      target: { outboundType: 'managedNATGateway', sku: 'StandardV2' },
      bodyDigest,
    });
    if (made.kind === 'none') throw new Error(JSON.stringify(made.because));
    const addressesBefore = (valueOf(egressAddressesOf(reading.facts)) ?? []).map(({ address }) => address);
    const order = { plan: made.plan, digest: 'd', reading, addressesBefore };
    const record = recordOf(await window.azure.runner.start(order, watching().watch));
    expect(ended(record)).toMatchObject({ end: 'succeeded', outboundType: 'managedNATGateway' });
    const after = await window.azure.read(cluster, never());
    expect(valueOf(after.facts.cluster.outboundType)).toBe('managedNATGateway');
    expect(window.requests.length).toBeGreaterThan(10);
    expect(network.tried).toEqual([]);
  });

  it.each(rig().sandbox.scenarios.map(({ name }) => name))(
    'the scenario %s is listed without a look-up, and so is its first cluster read',
    async (scenario) => {
      const window = rig({ scenario }).open();
      if (!(await window.azure.isSignedIn())) await window.azure.signIn();
      const { tenants } = await window.azure.inventory(never());
      const [first] = tenants.flatMap(({ subscriptions }) => subscriptions.flatMap((one) => one.clusters));
      if (first !== undefined) await window.azure.read(first, never()).catch(() => undefined);
      expect(network.tried).toEqual([]);
    },
  );
});
