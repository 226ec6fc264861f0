import { where } from '../fact-logic.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

const channelsThatWork: readonly string[] = ['nodeimage', 'none'];

/** P33, isolated-os-channel. AKS docs, Network isolated cluster concepts (ms.date 2026-06-15), read 2026-11-23. */
export const isolatedOsChannel = defineRule({
  id: 'aks-isolated-os-channel',
  title: say('Node updates do not come from the internet'),
  severity: { live: 'block', file: 'error' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['none', 'block']);
    return (
      outboundType && {
        outboundType,
        nodeOSUpgradeChannel: where(
          facts.cluster.nodeOSUpgradeChannel,
          (channel) => !channelsThatWork.includes(channel.toLowerCase()),
        ),
      }
    );
  },
  *check({ nodeOSUpgradeChannel: channel }) {
    if (channel === undefined) return;
    yield {
      about: 'nodeOSUpgradeChannel',
      ...(channel.toLowerCase() === 'unmanaged' ? {} : { severity: 'warn' as const }),
      title: say('Nodes could not fetch their updates'),
      message: say(
        'The node OS upgrade channel is {channel}; without a way out only NodeImage and None work.',
        { channel },
      ),
      remedy: { text: say('Set the channel to NodeImage.') },
    };
  },
});
