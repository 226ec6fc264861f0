import * as vscode from 'vscode';
import type { BicepRoom } from '../rooms.js';
import { text } from '../words.js';
import type { BicepChecks } from './bicep-checks.js';

/** What an outbound type means, beside the official extension's words. */
export function hovers(checks: BicepChecks, room: () => Promise<BicepRoom>): vscode.HoverProvider {
  return {
    provideHover: async (document, position, token) => {
      if (!checks.isEnabled) return undefined;
      const checked = await checks.check(document);
      if (checked === undefined || token.isCancellationRequested) return undefined;
      const bicep = await room();
      const found = bicep.hoverAt(checked.files, document.uri.toString(), document.offsetAt(position));
      if (found === undefined) return undefined;
      const paragraphs = found.paragraphs.map((paragraph) => new vscode.MarkdownString(text(paragraph)));
      return new vscode.Hover(paragraphs, checked.rangeOf(found.span));
    },
  };
}
