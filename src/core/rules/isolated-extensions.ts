import { partOf } from '../around.js';
import { absent, known } from '../fact.js';
import { chain, hitsIn, ifAny } from '../fact-logic.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

/** Dapr, App Configuration, Azure ML, Flux and Backup. AKS docs, Network isolated cluster concepts, read 2026-11-23. */
const unsupported = [
  'microsoft.dapr',
  'microsoft.appconfiguration',
  'microsoft.azureml.kubernetes',
  'microsoft.flux',
  'microsoft.dataprotection.kubernetes',
];

/** P33. AKS docs, Network isolated cluster concepts (ms.date 2026-06-15), read 2026-11-23. */
export const isolatedExtensions = defineRule({
  id: 'aks-isolated-extensions',
  title: say('No extension is installed that needs the internet'),
  severity: { live: 'block', file: 'none' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['none', 'block']);
    if (outboundType === undefined || target === undefined) return undefined;
    const found = hitsIn(partOf(facts, 'extensions', facts.around?.extensions), ({ name, type }) =>
      chain(type, (word) =>
        unsupported.includes(word.toLowerCase())
          ? known(say('{name} ({type})', { name, type: word }), type.origin)
          : absent(type.origin),
      ),
    );
    return { outboundType, extensions: ifAny(found) };
  },
  *check({ extensions }) {
    if (extensions === undefined) return;
    yield {
      about: 'extensions',
      title: say('Extensions of this cluster do not work without a way out'),
      message: say(
        'Installed: {extensions}. Microsoft does not support them on a network isolated cluster.',
        {
          extensions,
        },
      ),
      remedy: { text: say('Remove them first (az k8s-extension delete), or keep a way out.') },
    };
  },
});
