import type { Plan } from '../plan.js';

/** The cluster's id as Azure spells it, where a step goes to it; a plan's own is a graph key, in lower case. */
export const spelledClusterId = ({ clusterId, steps }: Plan): string =>
  steps.map(({ send }) => send.resourceId).find((id) => id.toLowerCase() === clusterId.toLowerCase()) ??
  clusterId;
