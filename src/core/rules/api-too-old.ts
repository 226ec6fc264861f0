import { firstVersionOf, firstVersionOfSku, hasSince } from '../api-version.js';
import { say } from '../message.js';
import { outboundTypes } from '../outbound-type.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

/** P3, none-api-too-old, nat-api-too-old, udr-api-too-old. ARM types of Microsoft.ContainerService, read 2026-11-23. */
export const apiTooOld = defineRule({
  id: 'aks-api-too-old',
  title: say('The API version has this outbound type'),
  severity: { live: 'block', file: 'error' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, outboundTypes);
    return outboundType && { outboundType, apiVersion: facts.cluster.apiVersion };
  },
  *check({ outboundType: type, apiVersion: version }) {
    if (type === undefined || type === 'block' || version === undefined) return;
    const first = firstVersionOf[type];
    if (hasSince(version, first)) return;
    yield {
      about: 'apiVersion',
      // The types name it earlier than the page advises.
      ...(type === 'userDefinedRouting' ? { severity: 'warn' as const } : {}),
      title: say('Azure would refuse: the API version does not have {type}', { type }),
      message: say('{type} exists from API version {first} on; this one is {version}.', {
        type,
        first: first.stable,
        version,
      }),
      remedy: { text: say('Use API version {first} or newer.', { first: firstVersionOfSku.stable }) },
    };
  },
});
