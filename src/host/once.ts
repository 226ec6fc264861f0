import { latest } from './latest.js';

/** The same work for all who ask, done at the first question; work that failed is done again. */
export const once = <T>(work: () => Promise<T>): (() => Promise<T>) => latest(() => '', work);
