// The planner's own file: session, assessment, plan and its exports, loaded on first use.
export { azCommands } from '../core/exports/az-cli.js';
export { makePlan } from '../core/make-plan.js';
export { parseIntent } from './intent.js';
export { keptOf } from './kept.js';
export { openSession, step } from './step.js';
export { view } from './view.js';
