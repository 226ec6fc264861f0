import { contoso, contosoAccount, fabrikam, finance, partner, production } from './contoso.js';
import { plotOf } from './building/plot.js';
import type { Scenario } from './scenario.js';
import { smallData } from './small.js';
import { web } from './tour/platform.js';
import { secret } from './tour/staging.js';

export const signedOut: Scenario = {
  name: 'signed-out',
  title: 'Signed out',
  description:
    'Nobody is signed in. Signing in brings an account with two tenants: one has a subscription that may not be read, the other has not agreed to the sign-in.',
  data: (seed) => ({
    ...smallData(seed),
    accounts: [contosoAccount([contoso, fabrikam], false)],
    tenants: [contoso, { ...fabrikam, consent: 'missing' }],
    subscriptions: [production, finance, partner],
    plots: [...smallData(seed).plots, plotOf(seed, secret), plotOf(seed, web)],
    faults: [{ id: 'finance-denied', kind: 'deniedSubscription', subscriptionId: finance.id }],
  }),
};

export const noConsent: Scenario = {
  name: 'no-consent',
  title: 'Consent missing in one tenant',
  description:
    'Two tenants. In the second nobody has agreed yet to this way of signing in; the first one works. Signing in to the second gives consent.',
  data: (seed) => ({
    ...smallData(seed),
    accounts: [contosoAccount([contoso, fabrikam])],
    tenants: [contoso, { ...fabrikam, consent: 'missing' }],
    subscriptions: [production, partner],
    plots: [...smallData(seed).plots, plotOf(seed, web)],
  }),
};

export const expired: Scenario = {
  name: 'expired',
  title: 'Session expired',
  description: 'The sign-in has run out. Everything is there again after signing in.',
  data: (seed) => ({ ...smallData(seed), tenants: [{ ...contoso, consent: 'expired' }] }),
};
