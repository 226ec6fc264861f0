import { firstVersionOfSku, hasSince } from '../api-version.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';
import { wantedSku } from '../wanted-sku.js';

/** P3, nat-sku-api-too-old. AKS engineering blog, 2026-09-29; SDK 25.5.0; read 2026-11-23. */
export const natSkuApiTooOld = defineRule({
  id: 'aks-nat-sku-api-too-old',
  title: say('The API version has the sku of the NAT gateway'),
  severity: { live: 'block', file: 'error' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['managedNATGateway']);
    return (
      outboundType && { outboundType, sku: wantedSku(facts, target), apiVersion: facts.cluster.apiVersion }
    );
  },
  *check({ sku, apiVersion: version }, _target, { subject }) {
    if (sku === undefined || version === undefined || hasSince(version, firstVersionOfSku)) return;
    // A plan for a Standard gateway leaves the sku out.
    if (subject === 'live' && sku === 'Standard') return;
    yield {
      about: 'apiVersion',
      title: say('Azure would drop the sku of the NAT gateway'),
      message: say(
        'natGatewayProfile.sku is known from {first}; older versions ignore or refuse it, and {version} is older.',
        {
          first: firstVersionOfSku.stable,
          version,
        },
      ),
      remedy: { text: say('Use API version {first} or newer.', { first: firstVersionOfSku.stable }) },
    };
  },
});
