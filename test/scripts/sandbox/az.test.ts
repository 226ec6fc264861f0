import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clusterIdOf } from '../../../src/sandbox/resource-id.js';
import { production } from '../../sandbox/caller.js';
import { announceUnknown } from '../../fakes/unknown-routes.js';
import { serverFor } from './asking.js';
import { azLists, type AzCommand } from './az-lists.js';
import { azOnPath, connect, differences, environment, folderLike, isFor } from './az.js';
import { onPath } from './programs.js';
import { blocksBelow, runBlocks } from './tour.js';

/**
 * A list is some 45 s of processor time (66 commands of 2.74 took 40 s), to be done within 120 s, which `npm run az`
 * demands of a machine that is idle; without it this ends a list that hangs, on one that is busy with other things.
 */
const guardInMs = Number(process.env['AZ_LIST_LIMIT_IN_S'] ?? 600) * 1000;
/** An update of two minutes is over in less than a second. */
const speed = 200;

const why = onPath('az') === undefined ? ' (skipped, because no az is on the PATH)' : '';

describe(`the Azure CLI at the sandbox${why}`, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'aks-egress-az-'));
  let found: Awaited<ReturnType<typeof azOnPath>> = 'nobody has looked';
  beforeAll(async () => {
    found = await azOnPath(folder);
  }, 60_000);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('runs the list of its version', { timeout: guardInMs }, async (context) => {
    const az = found;
    if (typeof az === 'string') return context.skip(`skipped, because ${az}`);
    announceUnknown(/Microsoft[.]Nothing/);
    const server = await serverFor({ speed });
    const first = folderLike(server, 'az');
    const { signal } = context;
    await connect(az, { server, folder: first, signal });
    const inOrder = async (name: string, commands: readonly AzCommand[]): Promise<readonly string[]> => {
      const own = folderLike(server, name.replaceAll(/\W+/g, '-'), first);
      const wrong: string[] = [];
      for (const command of commands)
        if (isFor(command, az.minor))
          wrong.push(...(await differences(az, command, { server, folder: own, signal })));
      return wrong;
    };
    const startedAt = performance.now();
    const wrong = await Promise.all(Object.entries(azLists).map(([name, list]) => inOrder(name, list)));
    const count = Object.values(azLists).flatMap((list) => list.filter((one) => isFor(one, az.minor))).length;
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
    await context.annotate(`az ${az.version}: ${count} commands in ${seconds} s`);
    expect(wrong.flat().join('\n\n')).toBe('');
  });

  it('walks the tour of docs/sandbox.md', { timeout: guardInMs }, async (context) => {
    const az = found;
    if (typeof az === 'string') return context.skip(`skipped, because ${az}`);
    if (az.minor < 74)
      return context.skip(`skipped, because az ${az.version} cannot change an outbound type`);
    const server = await serverFor({ speed });
    // What the tour aborts must be in progress still, however slow the machine is.
    const edge = clusterIdOf(production, 'rg-edge', 'edge-prod');
    await server.sandbox.addFault({ kind: 'hold', clusterId: edge });
    const env = environment(folderLike(server, 'az'), server);
    const blocks = blocksBelow('With the Azure CLI');
    const { printed, ran } = await runBlocks(blocks, { cwd: server.folder, env, signal: context.signal });
    expect([ran.code, ran.err]).toEqual([0, expect.not.stringContaining('ERROR')]);
    const [connected, changed, own, rest] = printed;
    expect(connected).toContain('shop-prod');
    expect(changed).toBe('managedNATGateway\nCanceled\n');
    expect(own).toBe('userAssignedNATGateway\n');
    expect(rest).toContain('Microsoft.Features/providers/features');
  });
});
