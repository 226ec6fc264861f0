import type { Fix } from '../analysis.js';
import { disableFix } from './disable.js';
import type { FixContext, FixMaker } from './fix-context.js';
import { numberFixes } from './number-fixes.js';
import { outboundTypeFixes } from './outbound-type-fixes.js';
import { profileFixes } from './profile-fixes.js';

const makers: Readonly<Record<string, FixMaker>> = { ...outboundTypeFixes, ...numberFixes, ...profileFixes };

/** The fixes of a finding: those that mend it, then the one that silences it. */
export function fixesFor(context: FixContext): readonly Fix[] {
  const mend = Object.hasOwn(makers, context.finding.ruleId) ? makers[context.finding.ruleId] : undefined;
  return [...(mend?.(context) ?? []), disableFix(context)];
}
