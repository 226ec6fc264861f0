import { fromStep } from '../from-step.js';
import { asRange } from '../ip-ranges.js';
import type { Json } from '../json.js';
import type { Edit } from '../plan.js';
import { shellWord } from './shell-quoting.js';

/** The commands of the cluster that the script is for, as far as the list of ranges needs them. */
export interface ClusterCommands {
  /** `az aks show` with the words that name the cluster. */
  readonly show: string;
  /** `az aks update` likewise. */
  readonly update: string;
  /** What guards an update. */
  readonly guard: string;
}

type ListEdit = Extract<Edit, { op: 'add' | 'drop' }>;

/**
 * Adds to the list of authorized ranges, or takes off it: Azure CLI replaces the whole list, so it is read, changed
 * and sent back. Undefined where no edit does so. Names: azure-cli, modules acs and network, read 2026-11-23.
 */
export function rangeCommands(
  edits: readonly Edit[],
  cluster: ClusterCommands,
): readonly string[] | undefined {
  const changes = edits.filter((edit): edit is ListEdit => edit.op === 'add' || edit.op === 'drop');
  if (changes.length === 0) return undefined;
  const dropped = changes.flatMap((edit) => (edit.op === 'drop' ? edit.values.flatMap(spellings) : []));
  const added = changes.flatMap((edit) => (edit.op === 'add' ? edit.values : []));
  const kept = dropped.map((range) => `@ != '${range}'`).join(' && ');
  const list = `apiServerAccessProfile.authorizedIpRanges${kept === '' ? '' : `[?${kept}]`}`;
  return [
    `new_ranges=${shellWord(added.flatMap((value) => (typeof value === 'string' ? [`,${value}`] : [])).join(''))}`,
    ...added.flatMap((value) => drawnLines(value, cluster)),
    `ranges="$(${cluster.show} --query ${shellWord(`join(',', ${list})`)} --output tsv)"`,
    `[ -n "$ranges" ] || { echo 'The list would be empty and let everybody in. Nothing was sent.' >&2; exit 1; }`,
    `${cluster.update} --api-server-authorized-ip-ranges "$ranges$new_ranges" ${cluster.guard}`,
  ];
}

/** Azure may write an address with or without its prefix length. */
const spellings = (range: Json): readonly string[] =>
  typeof range !== 'string' ? [] : [...new Set([range, asRange(range), range.replace(/\/32$/, '')])];

/** Asks for the addresses behind the ids that the cluster names by then; IPv6 ones have no place on the list. */
function drawnLines(value: Json, { show }: ClusterCommands): readonly string[] {
  const from = fromStep(value);
  if (from === undefined) return [];
  const query = `${from.path.filter((key) => key !== 'properties').join('.')}[].id`;
  return [
    `for id in $(${show} --query ${shellWord(query)} --output tsv); do`,
    '  case "$id" in',
    '    */publicIPPrefixes/*) address="$(az network public-ip prefix show --ids "$id" --query ipPrefix --output tsv)" ;;',
    '    *) address="$(az network public-ip show --ids "$id" --query ipAddress --output tsv)" ;;',
    '  esac',
    '  case "$address" in *:*) ;; *) new_ranges="$new_ranges,$address" ;; esac',
    'done',
  ];
}
