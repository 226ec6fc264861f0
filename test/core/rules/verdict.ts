import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { assess } from '../../../src/core/assess.js';
import type { ClusterFacts } from '../../../src/core/facts.js';
import { format } from '../../../src/core/message.js';
import type { Rule } from '../../../src/core/rule.js';
import type { Target } from '../../../src/core/target.js';

/** What a rule says: its findings' severities, `pass`, `unknown`, or `silent` where it has nothing to say. */
export function verdict(rule: Rule, facts: ClusterFacts, target?: Target): string {
  const [result] = assess(facts, target, [rule]);
  if (result === undefined) return 'silent';
  return result.kind === 'found' ? result.findings.map(({ severity }) => severity).join(', ') : result.kind;
}

/** The words of the findings, one line each: title, message and remedy. */
export function words(rule: Rule, facts: ClusterFacts, target?: Target): string {
  return assess(facts, target, [rule])
    .flatMap((result) => (result.kind === 'found' ? result.findings : []))
    .map(({ title, message, remedy }) =>
      [format(title), format(message), ...(remedy === undefined ? [] : [format(remedy.text)])].join(' | '),
    )
    .join('\n');
}

/** True when the rule has a page that names its id, a source with a link and the day it was read. */
export function hasPage(rule: Rule): boolean {
  const page = path.join(import.meta.dirname, '../../../docs/rules', `${rule.id}.md`);
  if (!existsSync(page)) return false;
  const text = readFileSync(page, 'utf8');
  return text.startsWith(`# ${rule.id}\n`) && /\]\(https:\/\//.test(text) && text.includes('read 2026-11-23');
}

export const targets = {
  loadBalancer: { outboundType: 'loadBalancer' },
  managedNat: { outboundType: 'managedNATGateway', sku: 'Standard' },
  managedNatV2: { outboundType: 'managedNATGateway', sku: 'StandardV2' },
  userNat: { outboundType: 'userAssignedNATGateway' },
  udr: { outboundType: 'userDefinedRouting' },
  none: { outboundType: 'none' },
  block: { outboundType: 'block' },
} as const satisfies Readonly<Record<string, Target>>;
