import { consequencesOf } from '../consequences.js';
import { isUnderWay } from '../run-situation.js';
import type { Session } from '../session.js';
import type { PlannerState } from '../state.js';

/** The three consequences of the chosen change; nothing before a choice, and nothing once it is under way. */
export function glanceOf({ judgement, reading, run }: Session): PlannerState['glance'] {
  const facts = reading.held?.reading.facts;
  if (facts === undefined || judgement?.target === undefined || isUnderWay(run)) return [];
  return consequencesOf(facts, judgement.target, judgement.plan).map(({ term, value, detail }) => ({
    term,
    value,
    ...(detail === undefined ? {} : { detail }),
  }));
}
