import { randomUUID } from 'node:crypto';

/** A new id for a run: no other one is ever the same. */
export const newId = (): string => randomUUID();
