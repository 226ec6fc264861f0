import type { FileSeverity } from '../core/finding.js';
import { format } from '../core/message.js';
import type { Rule } from '../core/rule.js';
import type { BrokenFile, Reported } from './reported.js';

const levels: Readonly<Record<FileSeverity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
};

/** SARIF 2.1.0, as code scanning services read it. */
export function sarifReport(
  { findings, broken }: { readonly findings: readonly Reported[]; readonly broken: readonly BrokenFile[] },
  { rules, version }: { readonly rules: readonly Rule[]; readonly version: string },
): string {
  const fileRules = rules.filter(({ severity }) => severity.file !== 'none');
  const indexOf = new Map(fileRules.map(({ id }, index) => [id, index]));
  const driver = {
    name: 'AKS Egress',
    semanticVersion: version,
    rules: fileRules.map(({ id, title, severity }) => ({
      id,
      shortDescription: { text: `${format(title)}.` },
      defaultConfiguration: { level: severity.file === 'none' ? 'none' : levels[severity.file] },
    })),
  };
  const run = {
    tool: { driver },
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: broken.map(notificationOf) }],
    results: findings.map((finding) => resultOf(finding, indexOf.get(finding.ruleId) ?? -1)),
  };
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, undefined, 2)}\n`;
}

const artifactOf = (file: string) => ({
  uri: file.split('/').map(encodeURIComponent).join('/'),
  uriBaseId: '%SRCROOT%',
});

const notificationOf = ({ file, line, column }: BrokenFile) => ({
  level: 'warning',
  message: { text: 'Not judged in full: from here on the text is not Bicep.' },
  locations: [
    {
      physicalLocation: {
        artifactLocation: artifactOf(file),
        region: { startLine: line, startColumn: column },
      },
    },
  ],
});

function resultOf(finding: Reported, ruleIndex: number) {
  const { ruleId, severity, file, line, column, endLine, endColumn, fingerprint } = finding;
  const remedy = finding.remedy === undefined ? '' : ` ${finding.remedy}`;
  return {
    ruleId,
    ruleIndex,
    level: levels[severity],
    message: { text: `${finding.title}. ${finding.message}${remedy}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifactOf(file),
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
    partialFingerprints: { 'aksEgress/v1': fingerprint },
  };
}
