import { contoso, contosoAccount, production } from './contoso.js';
import type { Scenario } from './scenario.js';

export const empty: Scenario = {
  name: 'empty',
  title: 'No clusters',
  description: 'A tenant with one subscription and no cluster in it.',
  data: () => ({
    accounts: [contosoAccount()],
    tenants: [contoso],
    subscriptions: [production],
    plots: [],
    faults: [],
  }),
};
