import { applyEdits } from '../../core/edits.js';
import type { Json } from '../../core/json.js';
import type { Basis, Step } from '../../core/plan.js';
import type { Sending } from '../wire/client.js';
import { thingUrl } from './thing.js';
import type { Work } from './work.js';

/**
 * The one request of a step: the body as it was read, with the step's edits and no others; or what is to be made; or
 * none. Guarded by the eTag; something new by its absence, where the provider heeds that.
 */
export function requestFor(work: Work, step: Step, basis: Basis, eTag: string | undefined): Sending {
  const { send } = step;
  if (send.kind === 'register')
    return { method: 'POST', url: work.arm.url(`${send.resourceId}/register`, send.apiVersion) };
  if (send.kind === 'reimage')
    return {
      method: 'POST',
      url: work.arm.url(`${send.resourceId}/upgradeNodeImageVersion`, send.apiVersion),
    };
  const guard = eTag === undefined ? {} : { headers: { 'if-match': eTag } };
  const url = thingUrl(work, step);
  if (send.method === 'DELETE') return { method: 'DELETE', url, ...guard };
  if (send.kind === 'cluster' || basis.body !== null)
    return { method: 'PUT', url, body: applyEdits(basis.body, send.edits), ...guard };
  const made: Json = applyEdits(send.create ?? {}, send.edits);
  return { method: 'PUT', url, body: made, headers: { 'if-none-match': '*' } };
}
