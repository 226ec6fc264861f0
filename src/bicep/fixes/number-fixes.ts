import { say } from '../../core/message.js';
import { optionBounds } from '../../core/options.js';
import type { Fix } from '../analysis.js';
import type { FixContext, FixMaker } from './fix-context.js';
import { literalNumber, replaceLiteral } from './fix-context.js';

interface Bounds {
  readonly least: number;
  readonly most: number;
}

const take = (context: FixContext, value: number, isPreferred: boolean): readonly Fix[] =>
  replaceLiteral(context, {
    title: say('Take {value}', { value: String(value) }),
    text: String(value),
    isPreferred,
  });

/** The nearest number that Azure takes. */
const intoRange =
  ({ least, most }: Bounds): FixMaker =>
  (context) => {
    const written = literalNumber(context);
    return written === undefined ? [] : take(context, Math.min(most, Math.max(least, written)), true);
  };

const nearestMultiples: FixMaker = (context) => {
  const written = literalNumber(context);
  const { least, most, step } = optionBounds.allocatedOutboundPorts;
  if (written === undefined || written < least || written > most) return [];
  const below = Math.floor(written / step) * step;
  // Fewer than 8 are none: 0 lets Azure divide, which is something else.
  return [...(below > 0 ? take(context, below, false) : []), ...take(context, below + step, below === 0)];
};

/** Fixes of rules about one number, by rule. */
export const numberFixes: Readonly<Record<string, FixMaker>> = {
  'aks-lb-managed-ip-count-range': intoRange(optionBounds.managedOutboundIPCount.loadBalancer),
  'aks-nat-managed-ip-count-range': intoRange(optionBounds.managedOutboundIPCount.managedNATGateway),
  'aks-lb-idle-timeout-range': intoRange(optionBounds.idleTimeoutInMinutes.loadBalancer),
  'aks-nat-idle-timeout-range': intoRange(optionBounds.idleTimeoutInMinutes.managedNATGateway),
  'aks-lb-ports-range': intoRange(optionBounds.allocatedOutboundPorts),
  'aks-lb-ports-multiple-of-8': nearestMultiples,
};
