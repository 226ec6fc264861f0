import { say, type Message } from '../message.js';
import type { Plan } from '../plan.js';
import { keyOf } from '../target.js';
import { typeExplained } from '../type-explained.js';

/**
 * The first Azure CLI that tells a cluster's eTag and takes `az aks update --if-match`. Azure CLI release notes of
 * 2.69.0 (February 2025; azure-cli pull request 30309), read 2026-11-25; seen working from 2.74.0.
 */
export const azWithETags = '2.69.0';

/** What the script needs, in whole sentences: the newest version first, and which of its words needs it. */
export function azNeeded(plan: Plan): readonly Message[] {
  const { cli } = typeExplained[keyOf(plan.target)];
  const forType = say('{cli} for this outbound type', { cli });
  const forETags = say('az {version} for --if-match and eTag', { version: azWithETags });
  const typeVersion = /\d+[.]\d+[.]\d+/.exec(cli)?.[0] ?? '0.0.0';
  const [least, parts] = isNewer(typeVersion, azWithETags)
    ? [typeVersion, [forType, forETags]]
    : [azWithETags, [forETags, forType]];
  const extension = /aks-preview [\w.]+/.exec(cli)?.[0];
  const needed =
    extension === undefined
      ? say('az {least}', { least })
      : say('az {least} and {extension}', { least, extension });
  return [
    say('This script needs {needed} or newer: {parts}.', { needed, parts }),
    say('Azure CLI does not check what the plan has checked.'),
  ];
}

function isNewer(one: string, other: string): boolean {
  const [left, right] = [one, other].map((version) => version.split('.').map(Number));
  const index = left?.findIndex((part, at) => part !== right?.[at]) ?? -1;
  return index >= 0 && (left?.[index] ?? 0) > (right?.[index] ?? 0);
}
