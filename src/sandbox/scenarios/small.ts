import type { ClusterSpec } from './building/cluster-spec.js';
import { plotOf } from './building/plot.js';
import { contoso, contosoAccount, production } from './contoso.js';
import type { ScenarioData } from './scenario.js';
import { edge, orders, payments, shop } from './tour/production.js';

/** One subscription with four clusters: enough to see what goes wrong. */
export const smallData = (
  seed: number,
  clusters: readonly ClusterSpec[] = [shop, orders, payments, edge],
): ScenarioData => ({
  accounts: [contosoAccount()],
  tenants: [contoso],
  subscriptions: [production],
  plots: clusters.map((spec) => plotOf(seed, spec)),
  faults: [],
});
