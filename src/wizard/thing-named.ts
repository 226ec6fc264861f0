import type { Message } from '../core/message.js';
import { say } from '../core/message.js';
import type { Step } from '../core/plan.js';

/** What a step changes, in running text: the cluster, or the neighbour by its own name. */
export function thingNamed(step: Step | undefined): Message {
  if (step === undefined || step.send.kind === 'cluster') return say('the cluster');
  const [type = '', name = ''] = step.send.resourceId.split('/').slice(-2);
  if (step.send.kind === 'register') return say('the registration of {name}', { name });
  switch (type.toLowerCase()) {
    case 'subnets':
      return say('subnet {name}', { name });
    case 'natgateways':
      return say('NAT gateway {name}', { name });
    case 'routetables':
      return say('route table {name}', { name });
    case 'routes':
      return say('route {name}', { name });
    case 'publicipaddresses':
      return say('public address {name}', { name });
    case 'publicipprefixes':
      return say('public prefix {name}', { name });
    case 'agentpools':
      return say('pool {name}', { name });
    default:
      return say('{name}', { name });
  }
}
