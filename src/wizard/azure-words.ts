import type { Refusal } from '../core/refusal.js';
import { foldRun } from '../core/run.js';
import type { RunRecord } from '../core/run-record.js';
import type { Session } from './session.js';
import type { AzureWords } from './state.js';

/** Azure's words for the page: the code as Azure spells it, the message verbatim; or what was seen here instead. */
export function azureWords(refusal: Refusal): AzureWords {
  const code = refusal.code ?? (refusal.status === undefined ? '' : `HTTP ${refusal.status}`);
  const named =
    refusal.subcode === undefined || refusal.subcode === '' ? code : `${code} / ${refusal.subcode}`;
  return {
    code: named,
    message: refusal.message,
    ...(refusal.isOurs === undefined ? {} : { isOurs: true }),
    ...(refusal.requestId === undefined ? {} : { requestId: refusal.requestId }),
  };
}

/** What Azure said last about a run. */
export const lastRefusalOf = (record: RunRecord): Refusal | undefined =>
  foldRun(record).steps.findLast(({ azure }) => azure !== undefined)?.azure;

/** What Azure said last, wherever it stands on the screen. */
export function azureWordsAtHand({ run, reading }: Session): Refusal | undefined {
  return (
    run?.problem?.azure ??
    (run?.record === undefined ? undefined : lastRefusalOf(run.record)) ??
    reading.problem?.azure
  );
}
