import * as vscode from 'vscode';
import { canonicalJson } from '../../core/canonical-json.js';
import { humanError } from '../errors.js';
import { say } from '../../core/message.js';
import type { Log } from '../log.js';
import type { OpenedCluster } from '../opened-cluster.js';
import { text } from '../words.js';
import type { World } from '../world.js';
import type { Documents } from './documents.js';
import { lineOf, nameOf, toldOf } from '../world-label.js';
import type { Hands } from './session-needs.js';

export interface HandsNeeds {
  readonly documents: Documents;
  readonly log: Log;
  readonly digest: (text: string) => Promise<string>;
  readonly showRule: (ruleId: string) => Promise<void>;
  readonly guard: (what: string, work: () => Promise<void>) => Promise<void>;
}

/** What a session asks for, done with VS Code. */
export function handsFor(cluster: OpenedCluster, world: World, needs: HandsNeeds): Hands {
  const { documents, log, digest, showRule, guard } = needs;
  return {
    digest,
    bodyDigest: (reading) => digest(canonicalJson(reading.basis.body)),
    confirm: async ({ title, detail, yes }) => {
      const agreed = text(yes);
      const options = { modal: true, detail: text(detail) };
      return (await vscode.window.showWarningMessage(text(title), options, agreed)) === agreed;
    },
    openDiff: async ({ stepId, title, before, after }) => {
      // Clusters of one name, and the steps of one, have documents of their own.
      const about = `${cluster.id}#${stepId}`;
      const [left, right] = [
        documents.put(`${nameOf(world.kind, cluster.name)} before.json`, indented(before), about),
        documents.put(`${nameOf(world.kind, cluster.name)} after.json`, indented(after), about),
      ];
      await vscode.commands.executeCommand('vscode.diff', left, right, text(toldOf(world.kind, title)), {
        preview: true,
      });
    },
    openRule: showRule,
    copy: async ({ text: copied, said }) => {
      await vscode.env.clipboard.writeText(copied);
      vscode.window.setStatusBarMessage(text(toldOf(world.kind, said)), shownInMs);
    },
    exportText: async ({ languageId, text: content }) => {
      const document = await vscode.workspace.openTextDocument({ language: languageId, content });
      await vscode.window.showTextDocument(document, { preview: false });
    },
    openPortal: () => openPortal(cluster, world),
    guard,
    log: (line) => log.info(lineOf(world.kind, line)),
    warn: (line) => log.warn(lineOf(world.kind, line)),
  };
}

const shownInMs = 4000;

const indented = (json: unknown): string => `${JSON.stringify(json, undefined, 2)}\n`;

/** The cluster's page in Azure's portal; the sandbox has none. */
export async function openPortal({ id, tenantId }: OpenedCluster, { portal }: World): Promise<void> {
  if (portal === undefined)
    throw humanError(
      say('The sandbox reaches nothing outside, so its clusters are not in the Azure portal.'),
    );
  const address = `${portal}/#@${encodeURIComponent(tenantId)}/resource${id}/overview`;
  await vscode.env.openExternal(vscode.Uri.parse(address));
}
