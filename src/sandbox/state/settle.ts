import { guidOf } from '../chance.js';
import { keyOf } from '../resource-id.js';
import type { Azure, Operation } from './azure.js';

/** When an operation is due, or undefined while it is held. A lifted hold does not add time. */
function dueAt(azure: Azure, operation: Operation): number | undefined {
  if (operation.kind !== 'abort' && (isHeld(azure, operation) || isAborted(azure, operation)))
    return undefined;
  return operation.startedAtInMs + operation.lastsInMs;
}

/** What is being aborted ends with the abort. */
const isAborted = (azure: Azure, { resourceKey }: Operation): boolean =>
  [...azure.operations.values()].some(
    (one) => one.kind === 'abort' && one.ended === undefined && one.resourceKey === resourceKey,
  );

function isHeld(azure: Azure, operation: Operation): boolean {
  return [...azure.faults.values()].some(({ fault }) => {
    if (fault.kind !== 'hold') return false;
    if (fault.clusterId === undefined) return true;
    const key = keyOf(fault.clusterId);
    return operation.resourceKey === key || operation.resourceKey.startsWith(`${key}/`);
  });
}

/** Lets time pass: operations that are due end, in the order in which they are due. */
export function settle(azure: Azure, nowInMs: number): void {
  const toInMs = Math.max(nowInMs, azure.settledToInMs);
  for (;;) {
    const next = nextDue(azure, toInMs);
    if (next === undefined) break;
    end(azure, next.operation, Math.max(next.dueAtInMs, azure.settledToInMs));
  }
  azure.settledToInMs = toInMs;
}

function nextDue(azure: Azure, toInMs: number): { operation: Operation; dueAtInMs: number } | undefined {
  let first: { operation: Operation; dueAtInMs: number } | undefined;
  for (const operation of azure.operations.values()) {
    if (operation.ended !== undefined) continue;
    const dueAtInMs = dueAt(azure, operation);
    if (dueAtInMs === undefined || dueAtInMs > toInMs) continue;
    if (first === undefined || dueAtInMs < first.dueAtInMs) first = { operation, dueAtInMs };
  }
  return first;
}

/** Ends an operation as it was planned, or otherwise. */
export function end(
  azure: Azure,
  operation: Operation,
  atInMs: number,
  how: Operation['plannedEnd'] = operation.plannedEnd,
): void {
  operation.ended = { ...how, atInMs };
  azure.settledToInMs = Math.max(azure.settledToInMs, atInMs);
  operation.finish(azure, how, atInMs);
}

/** Which of its phases a running operation has come to. */
export function phaseOf(operation: Operation, nowInMs: number): number {
  const share = (nowInMs - operation.startedAtInMs) / Math.max(operation.lastsInMs, 1);
  return Math.max(0, Math.min(operation.phases.length - 1, Math.floor(share * operation.phases.length)));
}

/** The eTag that an operation gives at a phase, and the one of its end: an eTag moves several times during an update (recorded). */
export const eTagOf = (azure: Azure, operation: Operation, part: string, phase: number | 'end'): string =>
  guidOf(azure.head.seed, 'eTag', operation.number, part, phase);
