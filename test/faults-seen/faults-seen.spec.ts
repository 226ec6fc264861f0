import type { Planner } from '../e2e/planner.js';
import type { SandboxBehind } from '../e2e/sandbox.js';
import { expect, test, type Workbench } from '../e2e/vscode.js';
import { answers, blocked } from './answer-classes.js';
import type { FaultClass } from './fault-class.js';
import { onTheLine } from './line-classes.js';
import { keep } from './pictures.js';

// What a person sees of each class of faults: pictures go to out/faults-seen/, to be looked at. `npm run faults-seen`.
// Slow enough for what passes by itself to be seen.
test.use({ settings: { 'aksEgress.sandbox.speed': 25 } });

test.afterEach(async ({ vscode }) => {
  await vscode.reset();
  await vscode.scenario('Tour');
});

const clusterOf = ({ cluster = 'payments-prod' }: Pick<FaultClass, 'cluster'>) => cluster;

for (const one of [...onTheLine, ...answers])
  test(one.name, async ({ vscode, sandbox }) => {
    const planner = await planned(one, vscode, sandbox);
    if (clusterOf(one) === 'shop-prod') await planner.typeName('shop-prod');
    await planner.start();
    for (const [index, moment] of one.moments.entries()) {
      const section = planner.section(moment.section);
      await expect(section).toContainText(moment.ours, { timeout: 40_000 });
      if (moment.azure !== undefined)
        await expect(section.locator('.azure').filter({ hasText: moment.azure }).first()).toBeVisible();
      await expect(planner.button(moment.way).first()).toBeVisible();
      await expect(() => planner.show(moment.section)).toPass();
      await keep(vscode, `${one.name}-${index + 1}`);
      await moment.then?.(planner, vscode, sandbox);
    }
    const taken = (await sandbox.clusterPuts(clusterOf(one))).filter(({ accepted }) => accepted);
    expect(taken).toHaveLength(one.accepted);
  });

for (const one of blocked)
  test(one.name, async ({ vscode, sandbox }) => {
    const planner = await planned(one, vscode, sandbox);
    await expect(planner.footer).toContainText('Start is not possible');
    await expect(planner.section('check')).toContainText(one.ours);
    await expect(() => planner.show('check')).toPass();
    await keep(vscode, one.name);
    expect(await sandbox.writes()).toEqual([]);
  });

/** A plan of the scenario's cluster, ready to be started. */
async function planned(
  one: Pick<FaultClass, 'cluster' | 'scenario' | 'prepare'>,
  vscode: Workbench,
  sandbox: SandboxBehind,
): Promise<Planner> {
  if (one.scenario !== undefined) await vscode.scenario(one.scenario);
  const cluster = clusterOf(one);
  const planner = await vscode.plan(cluster);
  if (cluster === 'payments-prod') await planner.choose('userDefinedRouting');
  else await planner.choose('managedNATGateway/Standard');
  await one.prepare?.(sandbox, await sandbox.clusterId(cluster));
  return planner;
}
