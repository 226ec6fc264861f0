import * as vscode from 'vscode';
import type { FileFinding, Fix } from '../../bicep/analysis.js';
import { text } from '../words.js';
import type { BicepChecks, Checked } from './bicep-checks.js';
import { source } from './diagnostic.js';

/** Offers the fixes of the findings under the caret. They are made for one version of the text, and fit no other. */
export function quickFixes(checks: BicepChecks): vscode.CodeActionProvider {
  return {
    provideCodeActions: async (document, _range, { diagnostics }, token) => {
      const own = diagnostics.filter((diagnostic) => diagnostic.source === source);
      if (own.length === 0) return [];
      const checked = await checks.check(document);
      if (checked === undefined || token.isCancellationRequested) return [];
      return own.flatMap((diagnostic) =>
        findingsAt(checked, document.uri.toString(), diagnostic).flatMap(({ fixes }) =>
          fixes.map((fix) => actionOf(fix, checked, diagnostic)),
        ),
      );
    },
  };
}

function findingsAt(checked: Checked, uri: string, diagnostic: vscode.Diagnostic): readonly FileFinding[] {
  const { code } = diagnostic;
  const ruleId = typeof code === 'object' ? code.value : code;
  return checked.analysis.findings.filter(
    ({ finding, span }) =>
      finding.ruleId === ruleId && span.uri === uri && checked.rangeOf(span).isEqual(diagnostic.range),
  );
}

function actionOf(fix: Fix, checked: Checked, diagnostic: vscode.Diagnostic): vscode.CodeAction {
  const action = new vscode.CodeAction(text(fix.title), vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.isPreferred = fix.isPreferred;
  action.edit = new vscode.WorkspaceEdit();
  for (const edit of fix.edits)
    action.edit.replace(vscode.Uri.parse(edit.uri), checked.rangeOf(edit), edit.text);
  return action;
}
