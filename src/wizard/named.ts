import { valueOf } from '../core/fact.js';
import type { ClusterFacts } from '../core/facts.js';
import { declaredKeyOf } from '../core/declared.js';
import { say } from '../core/message.js';
import type { TargetKey } from '../core/outbound-type.js';
import { isOutboundType, targetNames } from '../core/outbound-type.js';
import type { Plan } from '../core/plan.js';
import type { Named } from './state.js';

/** ARM's spelling of a choice: the type, and the sku where the type alone does not tell. */
export function codeOf(key: TargetKey): string {
  const [type, sku] = key.split('/');
  return sku === 'StandardV2' ? `${type ?? key}, sku ${sku}` : (type ?? key);
}

export function namedOf(key: TargetKey): Named {
  const [type = ''] = key.split('/');
  return { name: targetNames[key], code: codeOf(key), icon: isOutboundType(type) ? type : 'unknown' };
}

/** What the cluster declares, also where nobody knows the word. */
export function declaredNamed(facts: ClusterFacts): Named {
  const declared = declaredKeyOf(facts.cluster);
  if (declared.kind === 'known') return namedOf(declared.value);
  const text = valueOf(facts.cluster.outboundType);
  if (text === undefined) return { name: say('Not known'), code: '?', icon: 'unknown' };
  return { name: say('A type that this version does not know'), code: text, icon: 'unknown' };
}

export const fromOf = ({ from }: Plan): Named =>
  from.key === undefined
    ? { name: say('A type that this version does not know'), code: from.outboundType, icon: 'unknown' }
    : namedOf(from.key);
