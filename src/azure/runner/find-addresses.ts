import { valueAt, type Json } from '../../core/json.js';
import type { Step } from '../../core/plan.js';
import { foundAt, openReferences, resolvedStep } from '../../core/resolve-step.js';
import type { Found } from '../../core/run-record.js';
import { apiVersions } from '../api-versions.js';
import { graphKey } from '../facts/resource.js';
import { odd } from '../wire/arm.js';
import type { Answer, NoSuccess } from '../wire/reply.js';
import { readPatiently } from './patient-read.js';
import type { Work } from './work.js';

/** The step with everything in its place, or why it cannot be had now. */
export type Completed =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'unread'; readonly reply: NoSuccess }
  | { readonly kind: 'signIn' };

/**
 * Puts addresses in place that AKS has chosen while an earlier step was carried out: that step's verified body, kept in
 * the journal, names the resources, and each is read here, outlasting what passes: nodes may be waiting. What was found
 * is in the journal before the step is sent, so that whoever goes on sends the same. Expects the lock to be held.
 */
export async function withAddresses(work: Work, step: Step): Promise<Completed> {
  const { found = [] } = work.book.record();
  const open = openReferences(step).filter(({ as }) => as === 'addresses');
  const fresh: Found[] = [];
  for (const from of open) {
    if (foundAt([...found, ...fresh], from) !== undefined) continue;
    const { as: _read, ...ids } = from;
    const read = await addressesBehind(work, step, foundAt(found, ids)?.value);
    if (!('addresses' in read)) return read;
    fresh.push({ ...from, value: read.addresses });
  }
  const all = [...found, ...fresh];
  if (fresh.length > 0) await work.book.add({ events: [], found: all });
  return { kind: 'step', step: resolvedStep(step, all) };
}

type Read = { readonly addresses: readonly string[] } | Exclude<Completed, { kind: 'step' }>;

/** IPv4 addresses and prefixes, in the order of the ids. The list of authorized ranges takes no others. */
async function addressesBehind(work: Work, step: Step, ids: Json | undefined): Promise<Read> {
  const addresses: string[] = [];
  for (const one of Array.isArray(ids) ? (ids as readonly Json[]) : []) {
    const key = graphKey(valueAt(one, ['id']));
    if (key === undefined) return unread(odd(200, 'the cluster names an address without an id'));
    const patient = await readPatiently(work, step.id, work.arm.url(key, apiVersions.network));
    if (patient.kind === 'signIn') return patient;
    const { reply } = patient;
    if (reply.kind !== 'answer') return unread(reply);
    const address = addressIn(reply);
    if (address === undefined) return unread(odd(reply.status, 'the answer has no address'));
    if (!address.includes(':')) addresses.push(address);
  }
  return addresses.length > 0 ? { addresses } : unread(odd(200, 'the cluster names no address'));
}

const unread = (reply: NoSuccess): Read => ({ kind: 'unread', reply });

function addressIn({ body }: Answer): string | undefined {
  const address = valueAt(body, ['properties', 'ipAddress']) ?? valueAt(body, ['properties', 'ipPrefix']);
  return typeof address === 'string' && address !== '' ? address : undefined;
}
