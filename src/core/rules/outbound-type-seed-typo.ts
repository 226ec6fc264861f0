import { where } from '../fact-logic.js';
import { say } from '../message.js';
import { earlyPreview } from '../migration-history.js';
import { defineRule } from '../rule.js';

/** outbound-type-seed-typo. AKS docs, Customize cluster egress with outbound types, version of early 2023, read 2026-11-23. */
export const outboundTypeSeedTypo = defineRule({
  id: 'aks-outbound-type-seed-typo',
  title: say('The outbound type is not the misspelling of the old page'),
  severity: { live: 'none', file: 'error' },
  needs: ({ cluster }) => ({
    outboundType: where(
      cluster.outboundType,
      (type) => type.toLowerCase() === earlyPreview.misspelling.toLowerCase(),
    ),
  }),
  *check({ outboundType: type }) {
    if (type === undefined) return;
    yield {
      about: 'outboundType',
      title: say('Azure would refuse: {type} is not an outbound type', { type }),
      message: say('The AKS page of early 2023 misspelt it. The value is userAssignedNATGateway.'),
      remedy: { text: say('Write userAssignedNATGateway.') },
    };
  },
});
