import { ifAny } from '../fact-logic.js';
import { say } from '../message.js';
import { featuresLacking, registeringIds } from '../registering.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

/** P4. AKS docs, Customize cluster egress with outbound types (ms.date 2026-08-05), read 2026-11-23. */
export const previewFlagNotRegistered = defineRule({
  id: 'aks-preview-flag-not-registered',
  title: say('No preview flag for this type is left unregistered'),
  severity: { live: 'warn', file: 'none' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['block']);
    if (outboundType === undefined || target === undefined) return undefined;
    return { outboundType, features: ifAny(featuresLacking(facts, target)) };
  },
  *check({ features }) {
    if (features === undefined) return;
    yield {
      about: 'features',
      title: say('Azure may refuse the type: a preview flag is not registered'),
      message: say(
        'No page names the flag of this preview. Azure lists {features}, whose name speaks of it, and the subscription has not registered it.',
        { features },
      ),
      remedy: {
        text: say(
          'The plan registers the flag and then the provider again, so that the flag counts. That takes minutes.',
        ),
        solvedByStep: registeringIds.feature,
      },
    };
  },
});
