import { valueAt, type Json } from '../../core/json.js';

/** `provisioningState` in its usual spelling; a body that has none is at rest. */
export function stateOf(body: Json): string {
  const state = valueAt(body, ['properties', 'provisioningState']);
  if (typeof state !== 'string' || state === '') return 'Succeeded';
  return (
    ['Succeeded', 'Failed', 'Canceled'].find((one) => one.toLowerCase() === state.toLowerCase()) ?? state
  );
}

export const isBusy = (state: string): boolean => !['Succeeded', 'Failed', 'Canceled'].includes(state);
