import { describe, expect, it } from 'vitest';
import { valueOf } from '../../../src/core/fact.js';
import type { JsonObject } from '../../../src/core/json.js';
import { idOf } from '../../fakes/cluster-sketch.js';
import { around, denied, hub, subject } from './neighbourhood.js';

describe('what traffic meets around a cluster', () => {
  it('tells every load balancer, public and internal, and what stands behind it', async () => {
    const address = idOf.inNodeGroup('one', 'publicIPAddresses', 'a');
    const { read } = around({
      '/loadbalancers': {
        value: [
          {
            id: '/subscriptions/s/x',
            name: 'kubernetes',
            sku: { name: 'Standard' },
            properties: {
              outboundRules: [{}],
              frontendIPConfigurations: [
                { name: 'out', properties: { publicIPAddress: { id: address } } },
                { name: 'in', properties: { privateIPAddress: '10.0.0.9', loadBalancingRules: [{}] } },
              ],
            },
          },
        ],
      },
    });
    expect(valueOf((await read('loadBalancers')).loadBalancers!)).toMatchObject([
      {
        name: 'kubernetes',
        sku: { value: 'standard' },
        outboundRuleCount: 1,
        frontends: [
          { name: 'out', addressId: address.toLowerCase(), hasRules: false },
          { name: 'in', privateAddress: '10.0.0.9', hasRules: true },
        ],
      },
    ]);
  });

  it('finds the firewall behind the next hop, in the hub that the network is peered with, and what it lets out', async () => {
    const network = Object.keys(subject().subnets)[0]!.replace(/\/subnets\/.*$/, '');
    const hops = Object.values(subject().routeTables).map(valueOf);
    const nextHop = hops.flatMap((one) => (one === undefined ? [] : (valueOf(one.routes) ?? [])))[0];
    const policy = `${hub}/resourcegroups/g/providers/microsoft.network/firewallpolicies/p`;
    const firewall = (name: string, privateIPAddress: string) => ({
      id: `${hub}/resourceGroups/g/providers/Microsoft.Network/azureFirewalls/${name}`,
      name,
      properties: {
        provisioningState: 'Succeeded',
        firewallPolicy: { id: policy },
        ipConfigurations: [{ properties: { privateIPAddress, publicIPAddress: { id: `${hub}/ip` } } }],
      },
    });
    const { read } = around({
      [network]: {
        name: 'vnet',
        properties: {
          virtualNetworkPeerings: [
            {
              name: 'to-hub',
              properties: {
                peeringState: 'Connected',
                allowForwardedTraffic: true,
                remoteVirtualNetwork: {
                  id: `${hub}/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/hub`,
                },
              },
            },
          ],
        },
      },
      [`${hub}/providers/microsoft.network/azurefirewalls`]: {
        value: [firewall('fw', valueOf(nextHop!.nextHopIpAddress)!), firewall('other', '10.9.9.9')],
      },
      '/rulecollectiongroups': {
        value: [
          {
            properties: {
              ruleCollections: [
                {
                  action: { type: 'Allow' },
                  rules: [
                    {
                      ruleType: 'ApplicationRule',
                      targetFqdns: ['mcr.microsoft.com'],
                      fqdnTags: ['AzureKubernetesService'],
                    },
                    { ruleType: 'NetworkRule', destinationAddresses: ['AzureCloud.WestEurope'] },
                  ],
                },
                { action: { type: 'Deny' }, rules: [{ targetFqdns: ['example.com'] }] },
              ],
            },
          },
        ],
      },
    });
    const found = await read('firewalls', 'networks');
    expect(valueOf(found.networks![network]!)).toMatchObject({
      peerings: {
        value: [{ name: 'to-hub', state: { value: 'Connected' }, allowForwardedTraffic: { value: true } }],
      },
    });
    expect(valueOf(found.firewalls!)).toMatchObject([
      {
        name: 'fw',
        provisioningState: { value: 'Succeeded' },
        allows: {
          value: {
            fqdns: ['mcr.microsoft.com'],
            fqdnTags: ['AzureKubernetesService'],
            destinations: ['AzureCloud.WestEurope'],
          },
        },
      },
      // Not where routes lead today, and a person may still choose it.
      { name: 'other', privateAddresses: ['10.9.9.9'], allows: { kind: 'known' } },
    ]);
  });

  it('does not lose a firewall that it found because another subscription may not be read', async () => {
    const hops = Object.values(subject().routeTables).map(valueOf);
    const nextHop = hops.flatMap((one) => (one === undefined ? [] : (valueOf(one.routes) ?? [])))[0];
    const found = {
      value: [
        {
          name: 'fw',
          properties: {
            ipConfigurations: [{ properties: { privateIPAddress: valueOf(nextHop!.nextHopIpAddress)! } }],
          },
        },
      ],
    };
    const network = Object.keys(subject().subnets)[0]!.replace(/\/subnets\/.*$/, '');
    const remoteVirtualNetwork = {
      id: `${hub}/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/h`,
    };
    const peered = { properties: { virtualNetworkPeerings: [{ properties: { remoteVirtualNetwork } }] } };
    const atHub = `${hub}/providers/microsoft.network/azurefirewalls`;
    const one = around({ [network]: peered, [atHub]: denied, '/azurefirewalls': found });
    expect(valueOf((await one.read('firewalls')).firewalls!)).toMatchObject([{ name: 'fw' }]);
    const none = around({ [network]: peered, [atHub]: denied });
    expect((await none.read('firewalls')).firewalls).toMatchObject({ kind: 'unknown', reason: 'denied' });
  });

  it('reads the rules that stand in an older firewall itself', async () => {
    const hops = Object.values(subject().routeTables).map(valueOf);
    const nextHop = hops.flatMap((one) => (one === undefined ? [] : (valueOf(one.routes) ?? [])))[0];
    const collection = (type: string, rule: JsonObject): JsonObject => ({
      properties: { action: { type }, rules: [rule] },
    });
    const { read } = around({
      '/azurefirewalls': {
        value: [
          {
            name: 'classic',
            properties: {
              ipConfigurations: [{ properties: { privateIPAddress: valueOf(nextHop!.nextHopIpAddress)! } }],
              applicationRuleCollections: [
                collection('Allow', { targetFqdns: ['a'] }),
                collection('Deny', { targetFqdns: ['b'] }),
              ],
              networkRuleCollections: [collection('Allow', { destinationAddresses: ['c'] })],
            },
          },
        ],
      },
    });
    expect(valueOf((await read('firewalls')).firewalls!)).toMatchObject([
      { name: 'classic', allows: { value: { fqdns: ['a'], fqdnTags: [], destinations: ['c'] } } },
    ]);
  });
});
