import type { ActualPath } from './actual-path.js';
import type { OutboundType } from './outbound-type.js';

/** True where packets take the way that the declared type promises: by the gateway of its own owner, too. */
export function pathFits({ kind, via }: ActualPath, declared: OutboundType): boolean {
  switch (declared) {
    case 'loadBalancer':
      return kind === 'loadBalancer';
    case 'managedNATGateway':
      // A gateway with a name of its own stands on the customer's subnet and wins over the one that AKS runs.
      return kind === 'natGateway' && via === undefined;
    case 'userAssignedNATGateway':
      return kind === 'natGateway';
    case 'userDefinedRouting':
      return kind === 'appliance' || kind === 'virtualNetworkGateway';
    case 'none':
    case 'block':
      return kind === 'none';
  }
}
