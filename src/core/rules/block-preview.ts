import { say } from '../message.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

/** block-preview, P4. AKS docs, Customize cluster egress with outbound types (ms.date 2026-08-05), read 2026-11-23. */
export const blockPreview = defineRule({
  id: 'aks-block-preview',
  title: say('The outbound type is generally available'),
  severity: { live: 'warn', file: 'warning' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['block']);
    return outboundType && { outboundType };
  },
  *check() {
    yield {
      about: 'outboundType',
      title: say('Blocked outbound is a preview'),
      message: say(
        'No published API version has the outbound type block. It is sent all the same, and Microsoft promises nothing for previews.',
      ),
      remedy: {
        text: say(
          'In production take the outbound type none. The network security group of a network made by AKS is its own: leave the rules there to AKS.',
        ),
      },
    };
  },
});
