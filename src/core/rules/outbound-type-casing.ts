import { previewSpellingOfStandardV2 } from '../declared.js';
import { where } from '../fact-logic.js';
import { say } from '../message.js';
import { outboundTypes } from '../outbound-type.js';
import { defineRule } from '../rule.js';

const spelt = (text: string): string | undefined =>
  [...outboundTypes, previewSpellingOfStandardV2].find((type) => type.toLowerCase() === text.toLowerCase());

/** outbound-type-casing. ARM types of networkProfile.outboundType, read 2026-11-23. */
export const outboundTypeCasing = defineRule({
  id: 'aks-outbound-type-casing',
  title: say('The outbound type is written as Azure writes it'),
  severity: { live: 'none', file: 'warning' },
  needs: ({ cluster }) => ({
    outboundType: where(cluster.outboundType, (text) => spelt(text) !== undefined && spelt(text) !== text),
  }),
  *check({ outboundType: text }) {
    if (text === undefined) return;
    const right = spelt(text) ?? text;
    yield {
      about: 'outboundType',
      title: say('Tools would not recognize {text}', { text }),
      message: say('Azure writes {right}, and tools compare the value letter by letter.', { right }),
      remedy: { text: say('Write {right}.', { right }) },
    };
  },
});
