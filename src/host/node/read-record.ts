import type { RunRecord } from '../../core/run-record.js';

/** A file's text as a run's record, or why it is none. Hand-edited and torn ones never reach the runner. */
export function readRecord(text: string): RunRecord | 'version' | 'damaged' {
  const value = parsed(text);
  if (!isObject(value)) return 'damaged';
  if (typeof value.version === 'number' && value.version !== 1) return 'version';
  if (value.version !== 1 || !isWhole(value)) return 'damaged';
  return isOfLater(value) ? 'version' : (withKinds(value) as unknown as RunRecord);
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
  sendsWhatWeKnow(send) &&
  isListOf(verify, () => true);

/** What a step may send beside a change of the cluster. */
const kinds = ['cluster', 'network', 'register', 'reimage'] as const;

const sendsWhatWeKnow = ({ kind, edits, method }: Fields): boolean =>
  kind === 'register' ||
  kind === 'reimage' ||
  (kind === 'network' && method === 'DELETE') ||
  isListOf(edits, () => true);

/** A step that names no kind was written before there were others: it changes the cluster. */
function withKinds(value: Fields): Fields {
  const plan = value.plan as Fields;
  const steps = stepsOf(value).map((step) => ({
    ...step,
    send: { kind: 'cluster', ...(step.send as Fields) },
  }));
  return { ...value, plan: { ...plan, steps } };
}

const stepsOf = ({ plan }: Fields): readonly Fields[] => (plan as Fields).steps as readonly Fields[];

/** A later version may send what this one cannot judge. */
const isOfLater = (value: Fields): boolean =>
  stepsOf(value).some(({ send }) => {
    const { kind } = send as Fields;
    return kind !== undefined && !kinds.some((known) => known === kind);
  });

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
