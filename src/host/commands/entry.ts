// A file of its own, loaded when the first command is run.
export { commandTable } from './table.js';
