import type { RunRecord } from '../../core/run-record.js';

/** A file's text as a run's record, or why it is none. Hand-edited and torn ones never reach the runner. */
export function readRecord(text: string): RunRecord | 'version' | 'damaged' {
  const value = parsed(text);
  if (!isObject(value)) return 'damaged';
  if (typeof value.version === 'number' && value.version !== 1) return 'version';
  return value.version === 1 && isWhole(value) ? (value as unknown as RunRecord) : 'damaged';
}

type Fields = Readonly<Record<string, unknown>>;

const texts = [
  'runId',
  'world',
  'cloud',
  'armHost',
  'account',
  'tenantId',
  'clusterId',
  'clusterName',
  'digest',
];

function isWhole(value: Fields): boolean {
  const { plan, before, events, operation } = value;
  return (
    texts.every((key) => typeof value[key] === 'string') &&
    isObject(plan) &&
    isObject(plan.target) &&
    isListOf(plan.steps, isStep) &&
    isObject(before) &&
    typeof before.outboundType === 'string' &&
    Array.isArray(before.addresses) &&
    isListOf(events, (event) => typeof event.kind === 'string' && typeof event.atInMs === 'number') &&
    (operation === undefined || (isObject(operation) && typeof operation.url === 'string'))
  );
}

const isStep = ({ id, send, verify }: Fields): boolean =>
  typeof id === 'string' &&
  isObject(send) &&
  typeof send.resourceId === 'string' &&
  isListOf(send.edits, () => true) &&
  isListOf(verify, () => true);

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isListOf = (value: unknown, fits: (one: Fields) => boolean): boolean =>
  Array.isArray(value) && value.every((one: unknown) => isObject(one) && fits(one));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
