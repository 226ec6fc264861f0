import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/core/assess.js';
import { azCommands } from '../../../src/core/exports/az-cli.js';
import { planAsMarkdown } from '../../../src/core/exports/markdown.js';
import { planAsJson } from '../../../src/core/exports/plan-json.js';
import { makePlan } from '../../../src/core/make-plan.js';
import { format } from '../../../src/core/message.js';
import type { Plan } from '../../../src/core/plan.js';
import { rules } from '../../../src/core/rules/index.js';
import type { Target } from '../../../src/core/target.js';
import { idOf, type ClusterSketch } from '../../fakes/cluster-sketch.js';
import { ownLoadBalancer, ownNatGateway, ownWithRouteTable } from '../../fakes/clusters.js';
import { readingOf } from '../../fakes/readings.js';

const planOf = (sketch: ClusterSketch, target: Target): Plan => {
  const made = makePlan({ reading: readingOf(sketch), target, bodyDigest: 'd' });
  if (made.kind === 'none') throw new Error(format(made.because));
  return made.plan;
};

const created: Target = {
  outboundType: 'userAssignedNATGateway',
  gateway: { kind: 'created', name: 'ng-payments', idleTimeoutInMinutes: 30, zone: '2' },
};
const listed: ClusterSketch = { ...ownLoadBalancer, authorizedIPRanges: ['192.0.2.0/24'] };
const routed: ClusterSketch = { ...ownWithRouteTable, outboundType: 'userDefinedRouting', addresses: [] };

const script = (sketch: ClusterSketch, target: Target) => azCommands(planOf(sketch, target), 'azure');
const inGroup = /--subscription \S+ --resource-group rg-network/.source;

describe('the az script of a plan that works on the network', () => {
  it('creates address and gateway, asks for the address, lets it in, attaches', () => {
    const text = script(listed, created);
    expect(text).toMatch(
      new RegExp(
        `az network public-ip create ${inGroup} --name pip-ng-payments --location westeurope --sku Standard --allocation-method Static --version IPv4 --zone 2`,
      ),
    );
    expect(text).toMatch(
      new RegExp(
        `az network nat gateway create ${inGroup} --name ng-payments --location westeurope --public-ip-addresses ${idOf.network('publicIPAddresses', 'pip-ng-payments')} --idle-timeout 30 --zone 2`,
      ),
    );
    expect(text).toContain(
      `created_address="$(az network public-ip show --ids ${idOf.network('publicIPAddresses', 'pip-ng-payments')} --query ipAddress --output tsv)"`,
    );
    expect(text).toContain('--api-server-authorized-ip-ranges 192.0.2.0/24,"$created_address"');
    expect(text).toContain(
      `az network vnet subnet update --ids ${idOf.subnet('snet-apps')} --nat-gateway ${idOf.network('natGateways', 'ng-payments')}`,
    );
    const acts = [
      'public-ip create',
      'nat gateway create',
      '--api-server',
      'subnet update',
      '--outbound-type',
    ];
    const places = acts.map((act) => text.indexOf(act));
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it.skipIf(process.platform === 'win32')('hands the created address to the cluster when it runs', () => {
    const stub = String.raw`az() {
      case "$*" in
        *'--query eTag'*) printf %s '"e-1"';;
        *'public-ip show'*) printf %s 198.51.100.200;;
        *) printf '%s\n' "$*";;
      esac
    }
    sleep() { :; }
    `;
    const { stdout, stderr, status } = spawnSync('sh', ['-c', stub + script(listed, created)], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain(
      '--api-server-authorized-ip-ranges 192.0.2.0/24,198.51.100.200 --if-match "e-1"',
    );
  });

  it('takes a gateway off, and removes and adds single routes', () => {
    expect(script(ownNatGateway, { outboundType: 'loadBalancer', clearsTheWay: true })).toContain(
      `az network vnet subnet update --ids ${idOf.subnet('snet-apps')} --remove natGateway`,
    );
    expect(script(routed, { ...created, clearsTheWay: true })).toMatch(
      new RegExp(`az network route-table route delete ${inGroup} --route-table-name rt-one --name default`),
    );
    const bare: ClusterSketch = { ...ownWithRouteTable, routeTables: { 'rt-one': {} } };
    expect(script(bare, { outboundType: 'userDefinedRouting', firewall: '10.9.0.4' })).toMatch(
      new RegExp(
        `az network route-table route create ${inGroup} --route-table-name rt-one --name aks-egress-default --address-prefix 0.0.0.0/0 --next-hop-type VirtualAppliance --next-hop-ip-address 10.9.0.4`,
      ),
    );
  });

  it('makes a route table with its route, and associates it', () => {
    const text = script(ownLoadBalancer, { outboundType: 'userDefinedRouting', firewall: '10.9.0.4' });
    expect(text).toMatch(
      new RegExp(
        `az network route-table create ${inGroup} --name rt-payments-prod-egress --location westeurope\n`,
      ),
    );
    expect(text).toContain(
      '--route-table-name rt-payments-prod-egress --name default --address-prefix 0.0.0.0/0',
    );
    expect(text).toContain(`--route-table ${idOf.network('routeTables', 'rt-payments-prod-egress')}`);
  });
});

describe('the change record and the JSON of such a plan', () => {
  const plan = planOf(listed, created);

  it('tell each request in Azure’s spelling, what is created whole, and the address by its name', () => {
    const text = planAsMarkdown(plan, {
      results: assess(readingOf(listed).facts, created, rules),
      format,
      madeIn: 'azure',
    });
    expect(text).toContain(`PUT ${idOf.network('natGateways', 'ng-payments')}?api-version=2025-09-01`);
    expect(text).toContain('"publicIPAllocationMethod": "Static"');
    expect(text).toContain('<address of pip-ng-payments>');
    expect(text).not.toContain('$from');
  });

  it('keep what is sent as it is', () => {
    const json = JSON.parse(planAsJson(plan, 'azure')) as {
      readonly steps: readonly { readonly send: unknown }[];
    };
    expect(json.steps.map(({ send }) => send)).toEqual(plan.steps.map(({ send }) => send));
  });
});
