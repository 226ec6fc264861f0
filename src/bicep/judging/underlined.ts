import type { Span } from '../analysis.js';
import { addressOptionAround } from '../fixes/address-options.js';
import type { Program } from '../syntax/node.js';

/** Rules that speak of a whole address option of the load balancer: it is too much, whatever its values are. */
const ofWholeOption: ReadonlySet<string> = new Set([
  'aks-udr-with-lb-profile',
  'aks-lb-profile-ignored',
  'aks-lb-ip-options-exclusive',
]);

/** What is underlined: the value that decides, or the key of the option that a rule says is too much. */
export function underlined(ruleId: string, span: Span, program: Program): Span {
  const option = ofWholeOption.has(ruleId) ? addressOptionAround(program, span.start) : undefined;
  return option === undefined ? span : { uri: span.uri, start: option.key.start, end: option.key.end };
}
