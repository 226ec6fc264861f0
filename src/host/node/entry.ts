// A file of its own, loaded with the first world: journal, locks, the sandbox's log.
export { machineClock } from './clock.js';
export { sha256 } from './digest.js';
export { endAsSandboxReset } from './end-runs.js';
export { newId } from './new-id.js';
export { placesUnder } from './places.js';
