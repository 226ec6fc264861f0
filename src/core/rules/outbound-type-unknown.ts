import { previewSpellingOfStandardV2 } from '../declared.js';
import { where } from '../fact-logic.js';
import { say } from '../message.js';
import { earlyPreview } from '../migration-history.js';
import { outboundTypes } from '../outbound-type.js';
import { defineRule } from '../rule.js';

const spellings = [...outboundTypes, previewSpellingOfStandardV2, earlyPreview.misspelling].map((type) =>
  type.toLowerCase(),
);

/** outbound-type-unknown. ARM types of networkProfile.outboundType, an open string, read 2026-11-23. */
export const outboundTypeUnknown = defineRule({
  id: 'aks-outbound-type-unknown',
  title: say('The outbound type is one that AKS knows'),
  severity: { live: 'none', file: 'error' },
  needs: ({ cluster }) => ({
    outboundType: where(cluster.outboundType, (type) => !spellings.includes(type.toLowerCase())),
  }),
  *check({ outboundType: type }) {
    if (type === undefined) return;
    yield {
      about: 'outboundType',
      title: say('Azure would refuse: {type} is not an outbound type', { type }),
      message: say('AKS knows {types}. Bicep does not check this value.', { types: outboundTypes }),
      remedy: { text: say('Write one of them.') },
    };
  },
});
