// The planner's own file: session, assessment, plan, loaded on first use.
export { parseIntent } from './intent.js';
export { keptOf } from './kept.js';
export { openSession, step } from './step.js';
export { view } from './view.js';
