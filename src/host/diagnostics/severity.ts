import type { FileSeverity, Finding } from '../../core/finding.js';
import type { Settings } from '../settings.js';

/** The weight of a finding in an editor, or that its rule is off. */
export function severityOf({ ruleId, severity }: Finding, rules: Settings['rules']): FileSeverity | 'off' {
  return rules[ruleId] ?? inFiles[severity];
}

const inFiles: Readonly<Record<Finding['severity'], FileSeverity>> = {
  block: 'error',
  error: 'error',
  warn: 'warning',
  warning: 'warning',
  info: 'information',
  information: 'information',
};
