import { applyEdits } from '../core/edits.js';
import { valueAt, type Json } from '../core/json.js';
import type { Step } from '../core/plan.js';
import type { PlanInSight } from './plan-in-sight.js';

/** Undefined where there is nothing: before it is created, after it is deleted. */
export interface StepBodies {
  readonly step: Step;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

type Bodies = Pick<PlanInSight, 'plan' | 'body' | 'network'>;

/** A step's body before and after its own edits, the steps before it done. Undefined for a step that is not there. */
export function bodiesOf(sight: Bodies, stepId: string): StepBodies | undefined {
  return allBodies(sight).find(({ step }) => step.id === stepId);
}

/** The same for every step in order; each resource has a body of its own. */
export function allBodies({ plan, body, network = {} }: Bodies): readonly StepBodies[] {
  const cluster = plan.clusterId.toLowerCase();
  const now = new Map<string, Json | undefined>([...Object.entries(network), [cluster, body]]);
  return plan.steps.map((step) => {
    const { send } = step;
    const key = send.kind === 'cluster' ? cluster : send.resourceId.toLowerCase();
    const before = now.get(key) ?? routeIn(now, key) ?? (isChange(step) ? {} : undefined);
    const after = bodyAfter(step, before);
    now.set(key, after);
    return { step, before, after };
  });
}

/** A resource that nobody read: what the step touches is shown, the rest is not known here. */
const isChange = ({ send }: Step): boolean => send.method === 'PUT' && !('create' in send);

function bodyAfter({ send }: Step, before: Json | undefined): Json | undefined {
  if (send.method === 'POST') return before;
  if (send.method === 'DELETE') return undefined;
  const start = send.kind === 'network' ? (before ?? send.create) : before;
  return start === undefined ? undefined : applyEdits(start, send.edits);
}

/** A route stands inside the body of its table. */
function routeIn(bodies: ReadonlyMap<string, Json | undefined>, key: string): Json | undefined {
  const [table = '', name] = key.split('/routes/');
  const routes = name === undefined ? undefined : valueAt(bodies.get(table), ['properties', 'routes']);
  return Array.isArray(routes)
    ? (routes as readonly Json[]).find((route) => {
        const named = valueAt(route, ['name']);
        return typeof named === 'string' && named.toLowerCase() === name;
      })
    : undefined;
}
