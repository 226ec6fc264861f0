import type { Fact } from '../../core/fact.js';
import type { LoadBalancerProfile, NatGatewayProfile } from '../../core/facts.js';
import type { Scope } from '../values/model.js';
import { lazily } from './lazily.js';
import type { Place } from './place.js';
import { below } from './place.js';
import type { FactReading } from './reading.js';
import { idListFact } from './reading.js';

/** `networkProfile.loadBalancerProfile` */
export function loadBalancerProfile(
  reading: FactReading,
  at: Place,
  scope: Scope,
): Fact<LoadBalancerProfile> {
  const { reader } = reading;
  return reader.object(at, (place) =>
    lazily<LoadBalancerProfile>({
      managedOutboundIPCount: () => reader.number(below(place, 'managedOutboundIPs', 'count')),
      managedOutboundIPv6Count: () => reader.number(below(place, 'managedOutboundIPs', 'countIPv6')),
      outboundIPIds: () => idListFact(reading, below(place, 'outboundIPs', 'publicIPs'), scope),
      outboundIPPrefixIds: () =>
        idListFact(reading, below(place, 'outboundIPPrefixes', 'publicIPPrefixes'), scope),
      allocatedOutboundPorts: () => reader.number(below(place, 'allocatedOutboundPorts')),
      idleTimeoutInMinutes: () => reader.number(below(place, 'idleTimeoutInMinutes')),
      backendPoolType: () => reader.text(below(place, 'backendPoolType')),
      effectiveOutboundIPIds: () => idListFact(reading, below(place, 'effectiveOutboundIPs'), scope),
    }),
  );
}

/** `networkProfile.natGatewayProfile` */
export function natGatewayProfile(reading: FactReading, at: Place, scope: Scope): Fact<NatGatewayProfile> {
  const { reader } = reading;
  return reader.object(at, (place) =>
    lazily<NatGatewayProfile>({
      sku: () => reader.text(below(place, 'sku')),
      managedOutboundIPCount: () => reader.number(below(place, 'managedOutboundIPProfile', 'count')),
      idleTimeoutInMinutes: () => reader.number(below(place, 'idleTimeoutInMinutes')),
      effectiveOutboundIPIds: () => idListFact(reading, below(place, 'effectiveOutboundIPs'), scope),
    }),
  );
}
