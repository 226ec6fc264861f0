import { where } from '../fact-logic.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';
import { wantedSku } from '../wanted-sku.js';

/** Azure NAT Gateway docs, NAT gateway SKUs (ms.date 2026-07-27), read 2026-11-23. The list grows old. */
export const regionsWithoutStandardV2: readonly string[] = [
  'canadaeast',
  'indonesiacentral',
  'israelnorthwest',
  'qatarcentral',
  'swedensouth',
  'westindia',
];

const isWithout = (location: string): boolean =>
  regionsWithoutStandardV2.includes(location.toLowerCase().replaceAll(' ', ''));

/** P28, nat-sku-region. AKS engineering blog, 2026-09-29, read 2026-11-23. */
export const natSkuRegion = defineRule({
  id: 'aks-nat-sku-region',
  title: say('The region offers this NAT gateway'),
  severity: { live: 'block', file: 'error' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['managedNATGateway']);
    return (
      outboundType && {
        outboundType,
        sku: where(wantedSku(facts, target), (sku) => sku.toLowerCase() === 'standardv2'),
        location: where(facts.cluster.location, isWithout),
      }
    );
  },
  *check({ sku, location }) {
    if (sku === undefined || location === undefined) return;
    yield {
      about: 'sku',
      title: say('Azure would refuse: the region has no StandardV2 NAT gateways'),
      message: say(
        "{location} did not offer them when the list was read. Azure's code is UnsupportedOutboundType.",
        { location },
      ),
      remedy: { text: say('Take Standard, or another region.') },
    };
  },
});
