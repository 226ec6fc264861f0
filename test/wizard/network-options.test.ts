import { describe, expect, it } from 'vitest';
import { known, mapFact } from '../../src/core/fact.js';
import { keptOf } from '../../src/wizard/kept.js';
import type { Intent } from '../../src/wizard/intent.js';
import { idOf, type ClusterSketch } from '../fakes/cluster-sketch.js';
import { ownLoadBalancer, ownNatGateway, ownWithGateway, ownWithRouteTable } from '../fakes/clusters.js';
import { readingOf, withFacts } from '../fakes/readings.js';
import { converseAbout, type Conversation } from './conversation.js';
import { ownGateway, words } from './journal.js';

type Option = Extract<Intent, { kind: 'configure' }>['option'];

function chosen(sketch: ClusterSketch, target: Extract<Intent, { kind: 'choose' }>['target']): Conversation {
  const talk = converseAbout(readingOf(sketch));
  talk.want({ kind: 'choose', target });
  return talk;
}
const set = (talk: Conversation, option: Option, value: string) =>
  talk.want({ kind: 'configure', option, value });
const fieldsOf = (talk: Conversation) => talk.picture().configure?.fields.map(({ option }) => option);
const stepsOf = (talk: Conversation) => talk.picture().plan?.steps.map(({ id }) => id);
const problemOf = (talk: Conversation, option: Option) => {
  const problem = talk.picture().configure?.fields.find((field) => field.option === option)?.problem;
  return problem && words(problem);
};

describe('a NAT gateway for subnets that have none', () => {
  it('is created by the plan unless somebody says otherwise, with the idle timeout of today', () => {
    const talk = chosen({ ...ownLoadBalancer, idleTimeoutInMinutes: 15 }, 'userAssignedNATGateway');
    expect(fieldsOf(talk)).toEqual(['natGateway', 'gatewayName', 'gatewayZone', 'idleTimeoutInMinutes']);
    expect(stepsOf(talk)).toEqual([
      ...['create-address', 'create-gateway', 'attach-gateway-1', 'attach-gateway-2', 'outbound-type'],
    ]);
    expect(JSON.stringify(talk.state().judgement?.plan)).toContain('"idleTimeoutInMinutes":15');
    expect(words(talk.picture().glance[0]?.value)).toBe('1 address, not known yet');
    const cuts = talk.picture().glance.map(({ value, detail }) => `${words(value)} ${words(detail)}`);
    expect(cuts).toContain('Connections are cut 2 times in steps 3, 4, each for what leaves there');
  });

  it('says in Check which step takes care of what would block', () => {
    const solved = chosen(ownLoadBalancer, 'userAssignedNATGateway')
      .picture()
      .check?.groups.find(({ name }) => words(name) === 'Solved by the plan');
    expect(words(solved?.findings[0]?.title)).toBe('Azure would refuse: a node subnet has no NAT gateway');
    expect(words(solved?.findings[0]?.solvedBy)).toMatch(/^Step 3: Attach NAT gateway ng-payments-prod to /);
  });

  it('is one of those that were read, where the cluster has one on another subnet already', () => {
    const partly: ClusterSketch = {
      ...ownWithGateway,
      subnets: { 'snet-system': { gateway: 'nat-one' }, 'snet-apps': {} },
    };
    const talk = chosen(partly, 'userAssignedNATGateway');
    const field = talk.picture().configure?.fields[0];
    expect(field?.value).toBe(idOf.network('natGateways', 'nat-one').toLowerCase());
    expect(field?.choices?.map(({ label }) => words(label))).toContain('Take nat-one');
    expect(stepsOf(talk)).toEqual(['attach-gateway-1', 'outbound-type']);
  });

  it('is one whose id was typed, judged by its form', () => {
    const talk = chosen(ownLoadBalancer, 'userAssignedNATGateway');
    set(talk, 'natGateway', 'other');
    expect(fieldsOf(talk)).toEqual(['natGateway', 'gatewayId']);
    set(talk, 'gatewayId', '/subscriptions/x/natGateways/y');
    expect(problemOf(talk, 'gatewayId')).toContain('The whole id');
    expect(stepsOf(talk)).toBeUndefined();
    set(talk, 'gatewayId', idOf.network('natGateways', 'nat-far'));
    expect(problemOf(talk, 'gatewayId')).toBeUndefined();
    expect(stepsOf(talk)).toEqual(['attach-gateway-1', 'attach-gateway-2', 'outbound-type']);
  });

  it.each([
    ['gatewayName', '-no', 'Azure takes letters'],
    ['gatewayName', '', 'The new gateway needs a name.'],
    ['gatewayZone', '7', 'Take zone'],
    ['idleTimeoutInMinutes', '3', '4 to 120'],
  ] as const)('says what is wrong with %s "%s", and plans nothing', (option, value, problem) => {
    const talk = chosen(ownLoadBalancer, 'userAssignedNATGateway');
    set(talk, option, value);
    expect(problemOf(talk, option)).toContain(problem);
    expect(stepsOf(talk)).toBeUndefined();
    expect(talk.picture().footer.next).toMatchObject({ goTo: 'configure', focus: 'options' });
  });

  it('is not asked for where every subnet has one', () => {
    const talk = converseAbout(readingOf(ownWithGateway));
    talk.want(ownGateway);
    expect(fieldsOf(talk)).toEqual([]);
    expect(talk.want({ kind: 'configure', option: 'natGateway', value: 'create' })).toMatchObject([
      { kind: 'log' },
    ]);
  });

  it('is kept over a reload with all that was picked and typed', () => {
    const reading = readingOf(ownLoadBalancer);
    const before = converseAbout(reading);
    before.want(ownGateway);
    set(before, 'gatewayName', 'ng-shared');
    set(before, 'gatewayZone', '2');
    const after = converseAbout(reading, { kept: keptOf(before.state()) });
    expect(after.picture().configure).toEqual(before.picture().configure);
    expect(stepsOf(after)).toEqual(stepsOf(before));
  });
});

describe('the firewall of default routes', () => {
  it('is asked for where a route is missing, and only a private address is taken', () => {
    const talk = chosen(ownLoadBalancer, 'userDefinedRouting');
    expect(fieldsOf(talk)).toEqual(['firewall']);
    expect(stepsOf(talk)).toBeUndefined();
    for (const wrong of ['8.8.8.8', '10.0.0.4/32', 'firewall', '10.0.0.400']) {
      set(talk, 'firewall', wrong);
      expect(problemOf(talk, 'firewall'), wrong).toContain('A private IPv4 address');
    }
    set(talk, 'firewall', ' 10.9.0.4 ');
    expect(problemOf(talk, 'firewall')).toBeUndefined();
    expect(stepsOf(talk)).toEqual([
      ...['create-table', 'associate-table-1', 'associate-table-2', 'outbound-type'],
    ]);
  });

  it('cannot stand where only the cluster itself has addresses, nor among its nodes', () => {
    const origin = { kind: 'arm', resourceId: 'c', property: 'p' } as const;
    const reading = withFacts(readingOf(ownLoadBalancer), (facts) => ({
      ...facts,
      cluster: {
        ...facts.cluster,
        podCidrs: known(['10.244.0.0/16'], origin),
        serviceCidrs: known(['10.0.0.0/16', 'fd12::/108'], origin),
      },
      subnets: Object.fromEntries(
        Object.entries(facts.subnets).map(([key, subnet]) => [
          key,
          mapFact(subnet, (one) => ({ ...one, addressPrefixes: known(['10.7.0.0/24'], origin) })),
        ]),
      ),
    }));
    const talk = converseAbout(reading);
    talk.want({ kind: 'choose', target: 'userDefinedRouting' });
    for (const [address, because] of [
      ['10.244.3.4', 'in the range of the pods'],
      ['10.0.0.10', 'in the range of the Services'],
      ['10.7.0.4', 'where the nodes stand'],
    ] as const) {
      set(talk, 'firewall', address);
      expect(problemOf(talk, 'firewall'), address).toContain(because);
      expect(stepsOf(talk), address).toBeUndefined();
    }
    set(talk, 'firewall', '10.9.0.4');
    expect(problemOf(talk, 'firewall')).toBeUndefined();
  });

  it('says in the plan that answers of public Services would leave another way', () => {
    const talk = chosen(ownLoadBalancer, 'userDefinedRouting');
    set(talk, 'firewall', '10.9.0.4');
    expect(talk.picture().plan?.stays.map(words)).toContain(
      'payments-api keeps 203.0.113.5, but its answers would leave through the firewall and be lost.',
    );
  });
});

describe('what would go on winning', () => {
  it('is taken away by the plan, last, unless somebody wants to do it', () => {
    const talk = chosen(ownNatGateway, 'loadBalancer');
    expect(stepsOf(talk)).toEqual(['outbound-type', 'detach-gateway-1', 'detach-gateway-2']);
    set(talk, 'clearing', 'self');
    expect(stepsOf(talk)).toEqual(['outbound-type']);
  });

  it('stays where somebody only looks at the options of today’s type', () => {
    const talk = chosen(ownWithRouteTable, 'loadBalancer');
    expect(fieldsOf(talk)).toContain('clearing');
    expect(stepsOf(talk)).toBeUndefined();
    set(talk, 'clearing', 'plan');
    expect(stepsOf(talk)).toEqual(['remove-route-1']);
  });
});

describe('the plan on the page', () => {
  it('shows what is created whole, what changes of a subnet, and the request as Azure spells it', () => {
    const talk = chosen(
      { ...ownLoadBalancer, authorizedIPRanges: ['192.0.2.0/24'] },
      'userAssignedNATGateway',
    );
    const steps = talk.picture().plan!.steps;
    const [address, , ranges, attach] = steps;
    expect(address?.request).toBe('PUT publicIPAddresses/pip-ng-payments-prod?api-version=2025-09-01');
    expect(address?.diff.every(({ sign }) => sign === '+')).toBe(true);
    expect(ranges?.diff.map(({ text }) => text).join('\n')).toContain('<address of pip-ng-payments-prod>');
    expect(attach?.request).toMatch(
      /^PUT virtualNetworks\/vnet-one\/subnets\/snet-\w+\?api-version=2025-09-01, If-Match$/,
    );
    expect(attach?.diff.some(({ sign, text }) => sign === '+' && text.includes('natGateways/'))).toBe(true);
    expect(attach?.moment?.kind).toBe('cutOver');
    expect(talk.want({ kind: 'openDiff', stepId: 'create-address' })).toMatchObject([
      { kind: 'openDiff', before: {} },
    ]);
  });
});
