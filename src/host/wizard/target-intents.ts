import { keyOf, type Target } from '../../core/target.js';
import type { Intent } from '../../wizard/intent.js';

/** A target as a person would have chosen it. What it does not name is carried over from the cluster. */
export function intentsFor(target: Target): readonly Intent[] {
  const options = ['managedOutboundIPCount', 'idleTimeoutInMinutes', 'allocatedOutboundPorts'] as const;
  const values = target as Partial<Readonly<Record<(typeof options)[number], number>>>;
  return [
    { kind: 'choose', target: keyOf(target) },
    ...options.flatMap((option): readonly Intent[] => {
      const value = values[option];
      return value === undefined ? [] : [{ kind: 'configure', option, value: String(value) }];
    }),
  ];
}
