import { platform, production } from './contoso.js';
import { plotOf } from './building/plot.js';
import type { Scenario } from './scenario.js';
import { smallData } from './small.js';
import { blocked, cached } from './tour/platform.js';

/** No page names a flag for `block` (AKS docs, Customize cluster egress, read 2026-11-23): this one is made up. */
const blockFlag = 'Microsoft.ContainerService/OutboundTypeBlockPreview';

export const previewFlag: Scenario = {
  name: 'preview-flag',
  title: 'A preview flag is missing',
  description:
    'This Azure takes the outbound type block only with a preview flag, which takes some minutes to register, and then the provider must be registered again.',
  data: (seed) => ({
    ...smallData(seed),
    subscriptions: [production, platform],
    plots: [...smallData(seed).plots, plotOf(seed, cached), plotOf(seed, blocked)],
    gates: [{ outboundType: 'block', feature: blockFlag }],
    registrations: [{ subscriptionId: platform.id, name: blockFlag, state: 'NotRegistered' }],
  }),
};

export const providerMissing: Scenario = {
  name: 'provider-not-registered',
  title: 'A provider is not registered',
  description:
    'The subscription is not registered for Microsoft.Network: everything can be read, and nothing of the network can be changed until it is registered.',
  data: (seed) => ({
    ...smallData(seed),
    registrations: [{ subscriptionId: production.id, name: 'Microsoft.Network', state: 'NotRegistered' }],
  }),
};
