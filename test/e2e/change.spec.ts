import type { TargetKey } from '../../src/core/outbound-type.js';
import { expect, test } from './vscode.js';

interface Change {
  readonly title: string;
  readonly cluster: string;
  readonly target: TargetKey;
  readonly declared: string;
  /** Asked for where there is no way back. */
  readonly typedName?: boolean;
  /** Requests that change the cluster itself. */
  readonly puts: number;
  readonly row: readonly [subscription: string, words: RegExp];
}

const changes: readonly Change[] = [
  {
    title: 'from the load balancer to a NAT gateway that AKS runs, on a network that AKS manages',
    cluster: 'shop-staging',
    target: 'managedNATGateway/Standard',
    declared: 'managedNATGateway',
    typedName: true,
    puts: 1,
    row: ['Contoso Staging', /AKS NAT gateway/],
  },
  {
    title: 'from the load balancer to a NAT gateway of their own, on a network of their own',
    cluster: 'orders-prod',
    target: 'userAssignedNATGateway',
    declared: 'userAssignedNATGateway',
    // The type, then the authorized ranges without the old address.
    puts: 2,
    row: ['Contoso Production', /Own NAT gateway/],
  },
  {
    title: 'from the load balancer to user-defined routing',
    cluster: 'payments-prod',
    target: 'userDefinedRouting',
    declared: 'userDefinedRouting',
    puts: 1,
    row: ['Contoso Production', /Own firewall/],
  },
];

test('a person lets the plan create the NAT gateway that an own network lacks', async ({
  vscode,
  sandbox,
}) => {
  const planner = await vscode.plan('catalog-prod');
  await planner.choose('userAssignedNATGateway');
  await expect(planner.section('configure').getByLabel('Let the plan create one')).toBeChecked();
  await expect(planner.section('plan')).toContainText('Here traffic moves: from step 4 on');
  const dialog = await planner.askToStart();
  await expect(dialog).toContainText('nothing reaches Azure');
  expect(await sandbox.writes()).toEqual([]);
  await vscode.answer(/^/, 'Start in the Sandbox');

  await expect(await planner.untilEnded()).toContainText('Done in');
  expect(await sandbox.outboundTypeOf('catalog-prod')).toBe('userAssignedNATGateway');
  // The ranges with the new address, the type, the ranges without the old one.
  expect(await sandbox.clusterPuts('catalog-prod')).toHaveLength(3);
  const beside = (await sandbox.writes()).filter(({ path }) => /microsoft\.network/i.test(path));
  expect(beside.map(({ accepted, path }) => accepted && path.split('?')[0]?.split('/').at(-1))).toEqual([
    ...['pip-ng-catalog-prod', 'ng-catalog-prod', 'snet-system', 'snet-apps'],
  ]);
});

for (const { title, cluster, target, declared, typedName, puts, row } of changes) {
  test(`a person moves a cluster ${title}`, async ({ vscode, sandbox }) => {
    const planner = await vscode.plan(cluster);
    await expect(planner.page.locator('.head .chip.is-sandbox')).toBeVisible();
    await planner.choose(target);
    if (typedName === true) await planner.typeName(cluster);
    const dialog = await planner.askToStart();
    await expect(dialog).toContainText(cluster);
    await expect(dialog).toContainText('nothing reaches Azure');
    // Looking, choosing and planning have sent nothing.
    expect(await sandbox.writes()).toEqual([]);
    await vscode.answer(/^/, 'Start in the Sandbox');

    await expect(await planner.untilEnded()).toContainText('Done in');
    expect(await sandbox.outboundTypeOf(cluster)).toBe(declared);
    const sent = await sandbox.clusterPuts(cluster);
    expect(sent.map(({ accepted, ifMatch }) => accepted && ifMatch !== undefined)).toEqual(
      Array.from({ length: puts }, () => true),
    );

    // The side bar tells the new type without being asked to read again.
    await vscode.sideBar();
    await vscode.expand(row[0]);
    await expect(vscode.row(cluster)).toContainText(row[1]);
  });
}
