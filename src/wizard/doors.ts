import { cellFor } from '../core/migration-matrix.js';
import type { Plan, Step } from '../core/plan.js';
import { keyOf } from '../core/target.js';

/** How sure it is that a change can be taken back. */
export type Door = 'open' | 'disputed' | 'oneWay';

/** One-way where no table lists the way back; disputed where Microsoft says both. */
export function doorOf({ wayBack, from, target }: Plan): Door {
  if (wayBack.exists) return 'open';
  const { key } = from;
  if (key === undefined) return 'disputed';
  const isNowhere = (['managed', 'own'] as const).every(
    (network) => cellFor(network, keyOf(target), key).support === 'notSupported',
  );
  return isNowhere ? 'oneWay' : 'disputed';
}

/** The step that names another type or gateway: the one that the tables speak of. */
export const changesType = (step: Step): boolean =>
  step.send.kind === 'cluster' &&
  step.send.edits.some(({ path }) => path.includes('outboundType') || path.includes('natGatewayProfile'));
