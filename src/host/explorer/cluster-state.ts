import type { ClusterListing } from '../../core/inventory.js';
import { say, type Message } from '../../core/message.js';

/** What is unusual about a cluster's state: nothing for one that runs and is at rest. ARM's words stay as they are. */
export function stateOf({
  powerState,
  provisioningState,
  loadBalancerSku,
}: ClusterListing): { readonly words: Message; readonly icon: string; readonly color?: string } | undefined {
  const state = provisioningState?.toLowerCase();
  if (state === 'failed') return { words: say('Failed'), icon: 'error', color: 'list.errorForeground' };
  if (state === 'canceled')
    return { words: say('Canceled'), icon: 'warning', color: 'list.warningForeground' };
  if (powerState?.toLowerCase() === 'stopped') return { words: say('Stopped'), icon: 'debug-stop' };
  if (state !== undefined && state !== 'succeeded')
    return { words: say('{state}', { state: provisioningState ?? '' }), icon: 'sync' };
  if (loadBalancerSku?.toLowerCase() === 'basic')
    return { words: say('Basic load balancer, retired'), icon: 'warning', color: 'list.warningForeground' };
  return undefined;
}
