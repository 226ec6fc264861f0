import { format } from '../message.js';
import type { Plan } from '../plan.js';
import { spelledClusterId } from './cluster-id.js';
import type { MadeIn } from './made-in.js';

/** A plan as a file: sentences in English, everything that is sent as it is. Reopening believes only cluster and target. */
export function planAsJson(plan: Plan, madeIn: MadeIn): string {
  const { steps, stays, wayBack, ...rest } = plan;
  return `${JSON.stringify(
    {
      format: 'aks-egress-plan',
      madeIn,
      ...rest,
      clusterId: spelledClusterId(plan),
      steps: steps.map(({ title, why, undo, interruption, ...step }) => ({
        ...step,
        title: format(title),
        why: format(why),
        undo: format(undo),
        interruption: format(interruption),
      })),
      stays: stays.map((message) => format(message)),
      wayBack: { exists: wayBack.exists, message: format(wayBack.message) },
    },
    null,
    2,
  )}\n`;
}
