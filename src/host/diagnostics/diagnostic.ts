import * as vscode from 'vscode';
import type { FileFinding, Span } from '../../bicep/analysis.js';
import type { FileSeverity } from '../../core/finding.js';
import type { Settings } from '../settings.js';
import { text } from '../words.js';
import type { RangeOf } from './range.js';
import { severityOf } from './severity.js';

export const source = 'AKS egress';

/** A finding as VS Code shows it, or nothing when its rule is off. */
export function diagnosticOf(
  { finding, span }: FileFinding,
  rules: Settings['rules'],
  rangeOf: RangeOf,
): vscode.Diagnostic | undefined {
  const severity = severityOf(finding, rules);
  if (severity === 'off') return undefined;
  const remedy = finding.remedy === undefined ? '' : ` ${text(finding.remedy.text)}`;
  const diagnostic = new vscode.Diagnostic(
    rangeOf(span),
    `${text(finding.title)}\n${text(finding.message)}${remedy}`,
    inEditor(severity),
  );
  diagnostic.source = source;
  diagnostic.code = { value: finding.ruleId, target: rulePage(finding.ruleId) };
  const related = relatedTo(finding.about.origin, span);
  if (related !== undefined)
    diagnostic.relatedInformation = [
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(vscode.Uri.parse(related.uri), rangeOf(related)),
        finding.about.name,
      ),
    ];
  return diagnostic;
}

function inEditor(severity: FileSeverity): vscode.DiagnosticSeverity {
  switch (severity) {
    case 'error':
      return vscode.DiagnosticSeverity.Error;
    case 'warning':
      return vscode.DiagnosticSeverity.Warning;
    case 'information':
      return vscode.DiagnosticSeverity.Information;
  }
}

/** A link to the rule's page: VS Code runs it as our command. */
const rulePage = (ruleId: string): vscode.Uri =>
  vscode.Uri.from({ scheme: 'command', path: 'aksEgress.openRule', query: JSON.stringify([ruleId]) });

type Origin = FileFinding['finding']['about']['origin'];

/** Where the fact stands, when that is another place than the squiggle. */
function relatedTo(origin: Origin, span: Span): Span | undefined {
  if (origin.kind === 'arm') return undefined;
  const { uri, start, end } = origin;
  const isSame = uri === span.uri && start === span.start && end === span.end;
  return isSame ? undefined : { uri, start, end };
}
