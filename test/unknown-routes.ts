import { afterEach, expect } from 'vitest';
import { takeUnknown } from './fakes/unknown-routes.js';

// Whatever a test asks of the sandbox: a request to a route that it does not know is the product's fault, or the sandbox's.
afterEach(() => {
  expect(takeUnknown(), 'requests to routes that the sandbox does not know').toEqual([]);
});
