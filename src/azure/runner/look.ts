import type { Step } from '../../core/plan.js';
import { lookAtNeighbour, lookAtRegistration } from './look-beside.js';
import { lookAtCluster, type Look } from './look-at-cluster.js';
import type { Work } from './work.js';

/** A fresh look at what a step is about to change. */
export function look(work: Work, step: Step): Promise<Look> {
  const { send } = step;
  switch (send.kind) {
    case 'cluster':
    case 'reimage':
      return lookAtCluster(work, step);
    case 'network':
      return lookAtNeighbour(work, { ...step, send });
    case 'register':
      return lookAtRegistration(work, step);
  }
}
