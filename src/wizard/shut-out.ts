import { balancerPlaceholder, hasPrivatePath, rangesMissing } from '../core/authorized-ranges.js';
import { applyEdits } from '../core/edits.js';
import { rangesCommand } from '../core/exports/az-cli.js';
import { valueOf } from '../core/fact.js';
import type { Json } from '../core/json.js';
import { rangesIn } from '../core/range-steps.js';
import { resolvedStep } from '../core/resolve-step.js';
import { foldRun } from '../core/run.js';
import type { RunRecord } from '../core/run-record.js';
import type { Session } from './session.js';

/** New addresses that the API server does not let in: nodes report NotReady until somebody adds them. */
export interface ShutOut {
  readonly missing: readonly string[];
  /** The Azure CLI command that lets them in beside all that is let in now. */
  readonly command: string;
}

/** Undefined where nothing is missing, or where the list does not stand between nodes and API server. */
export function shutOutAfter(session: Session, record: RunRecord): ShutOut | undefined {
  const { addresses = [] } = foldRun(record);
  const facts = session.reading.held?.reading.facts;
  if (facts !== undefined && valueOf(hasPrivatePath(facts)) === true) return undefined;
  const ranges = rangesIn(bodyNow(session, record));
  if (ranges.length === 0 || ranges.includes(balancerPlaceholder)) return undefined;
  const missing = rangesMissing(ranges, addresses);
  if (missing.length === 0) return undefined;
  return { missing, command: rangesCommand(record.plan, [...ranges, ...missing]) };
}

/** As it was read after the end; until then as it was before, with the steps that are done. */
function bodyNow({ reading }: Session, record: RunRecord): Json {
  const endedAtInMs = record.events.find(({ kind }) => kind === 'ended')?.atInMs ?? Infinity;
  const held = reading.held?.reading;
  if (held !== undefined && held.readAtInMs >= endedAtInMs) return held.basis.body;
  const done = foldRun(record).steps.filter(({ status }) => status === 'succeeded');
  const doneIds = new Set(done.map(({ stepId }) => stepId));
  return (
    record.plan.steps
      .filter(({ id }) => doneIds.has(id))
      // An address that an earlier step created stands in the journal.
      .map((step) => resolvedStep(step, record.found ?? []))
      .reduce(
        (body, { send }) => (send.kind === 'cluster' ? applyEdits(body, send.edits) : body),
        record.before.body,
      )
  );
}
