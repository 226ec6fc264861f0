import { known } from '../fact.js';
import { chain, hitsIn, ifAny, where } from '../fact-logic.js';
import { idleTimeoutsOf, type IdleTimeouts } from '../idle-timeout.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';

interface Fall extends IdleTimeouts {
  readonly pool: string;
}

const sizeOf = ({ todayInMinutes, afterInMinutes }: Fall): number => todayInMinutes - afterInMinutes;

/** P42. ARM types: 30 minutes for a load balancer, 4 for a NAT gateway when nothing is said; read 2026-11-23. */
export const idleTimeoutFalls = defineRule({
  id: 'aks-idle-timeout-falls',
  title: say('Quiet connections live as long as today'),
  severity: { live: 'warn', file: 'none' },
  needs: (facts, target) =>
    target && {
      idleTimeoutInMinutes: ifAny(
        hitsIn(facts.pools, (pool) =>
          chain(
            where(
              idleTimeoutsOf(facts, pool, target),
              ({ todayInMinutes, afterInMinutes }) => afterInMinutes < todayInMinutes,
            ),
            (timeouts) => known<Fall>({ ...timeouts, pool: pool.name }, pool.subnetId.origin),
          ),
        ),
      ),
    },
  *check({ idleTimeoutInMinutes: falls = [] }, target) {
    const [worst] = [...falls].sort((one, other) => sizeOf(other) - sizeOf(one));
    if (worst === undefined) return;
    const { todayInMinutes: today, afterInMinutes: after } = worst;
    yield {
      about: 'idleTimeoutInMinutes',
      title: say('Quiet connections would be cut sooner'),
      message: say(
        'A connection may be idle for {today} minutes today and for {after} afterwards. Database pools feel it first.',
        { today, after },
      ),
      remedy: {
        text:
          target?.outboundType === 'userAssignedNATGateway'
            ? say('Raise the idle timeout of your NAT gateway, or turn on keep-alives.')
            : say('Set the idle timeout to {today} minutes under Configure, or turn on keep-alives.', {
                today,
              }),
      },
    };
  },
});
