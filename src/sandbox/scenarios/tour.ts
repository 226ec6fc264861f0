import { plotOf } from './building/plot.js';
import {
  contoso,
  contosoAccount,
  fabrikam,
  finance,
  legacy,
  partner,
  platform,
  production,
  staging,
} from './contoso.js';
import type { Scenario, ScenarioData } from './scenario.js';
import { networkClusters } from './tour/networks.js';
import { platformClusters } from './tour/platform.js';
import { productionClusters } from './tour/production.js';
import { stagingClusters } from './tour/staging.js';

/** Everything of the tour; other scenarios take it and change a part. */
export const tourData = (seed: number): ScenarioData => ({
  accounts: [contosoAccount([contoso, fabrikam])],
  tenants: [contoso, fabrikam],
  subscriptions: [production, platform, staging, legacy, finance, partner],
  plots: [...productionClusters, ...networkClusters, ...platformClusters, ...stagingClusters].map((spec) =>
    plotOf(seed, spec),
  ),
  faults: [{ id: 'finance-denied', kind: 'deniedSubscription', subscriptionId: finance.id }],
});

export const tour: Scenario = {
  name: 'tour',
  title: 'Tour',
  description:
    'Two companies, six subscriptions and clusters of every kind. Every change that Azure allows works.',
  data: tourData,
};
