import * as vscode from 'vscode';
import { say } from '../../core/message.js';
import { text } from '../words.js';
import type { Look } from './look.js';
import type { ClusterRow } from '../explorer/row.js';
import { tooltipPairs } from './tooltip.js';

/** A cluster's tooltip as a small table with links; names from Azure stay plain text. */
export function tooltipOf(
  cluster: ClusterRow,
  look: Look | undefined,
  timeOfDay: (atInMs: number) => string,
): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  markdown.isTrusted = { enabledCommands: links.map(([command]) => command) };
  markdown.appendMarkdown('**').appendText(cluster.listing.name).appendMarkdown('**\n\n| | |\n|:--|:--|\n');
  for (const [term, value] of tooltipPairs(cluster, look, timeOfDay)) {
    markdown.appendMarkdown(`| ${cell(text(term))} | ${cell(text(value))} |\n`);
  }
  const argument = encodeURIComponent(JSON.stringify([{ clusterId: cluster.listing.id }]));
  markdown.appendMarkdown(
    `\n---\n\n${links.map(([command, words]) => `[${text(words)}](command:${command}?${argument})`).join(' &nbsp; ')}`,
  );
  return markdown;
}

const links = [
  ['aksEgress.changeOutboundType', say('Change Outbound Type')],
  ['aksEgress.copyEgressAddresses', say('Copy Egress Addresses')],
  ['aksEgress.showEgress', say('Show Egress')],
] as const;

/** Text in a cell of a Markdown table, with everything escaped that Markdown would read as its own. */
const cell = (words: string): string =>
  words.replace(/[\\`*_{}[\]()#+\-!~<>|&]/g, (sign) => `\\${sign}`).replace(/\s+/g, ' ');
