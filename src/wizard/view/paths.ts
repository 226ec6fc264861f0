import type { ActualPath } from '../../core/actual-path.js';
import { say } from '../../core/message.js';
import type { Named } from '../state.js';

/** The way in plain words; the code is the thing on the way, by its own name. */
export function pathNamed({ kind, via }: ActualPath): Named {
  switch (kind) {
    case 'appliance':
      return { name: say('Firewall or appliance'), code: via ?? '', icon: 'userDefinedRouting' };
    case 'virtualNetworkGateway':
      return { name: say('Virtual network gateway'), code: via ?? '', icon: 'userDefinedRouting' };
    case 'natGateway':
      // Only a gateway of the customer's has a name here.
      return via === undefined
        ? { name: say('NAT gateway run by AKS'), code: '', icon: 'managedNATGateway' }
        : { name: say('NAT gateway'), code: via, icon: 'userAssignedNATGateway' };
    case 'loadBalancer':
      return { name: say('Load balancer'), code: via ?? 'kubernetes', icon: 'loadBalancer' };
    case 'nodePublicIP':
      return { name: say("Each node's own address"), code: via ?? '', icon: 'unknown' };
    case 'none':
      return { name: say('No way out'), code: via ?? '', icon: 'none' };
  }
}

/** The name at the end of an ARM id. */
export const lastPart = (id: string): string => id.slice(id.lastIndexOf('/') + 1);
