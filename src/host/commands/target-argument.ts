import { keyFor, type Target } from '../../core/target.js';
import { isOutboundType, targetKeys } from '../../core/outbound-type.js';

/**
 * The target in what a command was called with: `{ target: 'managedNATGateway/Standard' }`, or a target as an
 * object with its options. Anybody may call with anything: what is not a target chooses nothing.
 */
export function targetIn(argument: unknown): Target | undefined {
  const target = at(argument, 'target');
  const name = typeof target === 'string' ? target : at(target, 'outboundType');
  if (typeof name !== 'string') return undefined;
  const sku = at(target, 'sku') === 'StandardV2' ? 'StandardV2' : 'Standard';
  const key =
    targetKeys.find((one) => one === name) ?? (isOutboundType(name) ? keyFor(name, sku) : undefined);
  const count = wholeAt(target, 'managedOutboundIPCount');
  const minutes = wholeAt(target, 'idleTimeoutInMinutes');
  const shared = {
    ...(count === undefined ? {} : { managedOutboundIPCount: count }),
    ...(minutes === undefined ? {} : { idleTimeoutInMinutes: minutes }),
  };
  switch (key) {
    case undefined:
      return undefined;
    case 'loadBalancer': {
      const ports = wholeAt(target, 'allocatedOutboundPorts');
      return {
        outboundType: key,
        ...shared,
        ...(ports === undefined ? {} : { allocatedOutboundPorts: ports }),
      };
    }
    case 'managedNATGateway/Standard':
      return { outboundType: 'managedNATGateway', sku: 'Standard', ...shared };
    case 'managedNATGateway/StandardV2':
      return { outboundType: 'managedNATGateway', sku: 'StandardV2', ...shared };
    default:
      return { outboundType: key };
  }
}

/** Whether it is possible is the planner's to say, in its words. */
function wholeAt(value: unknown, name: string): number | undefined {
  const found = at(value, name);
  return typeof found === 'number' && Number.isSafeInteger(found) && found >= 0 ? found : undefined;
}

const at = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
