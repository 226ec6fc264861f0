import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { azCommands as azCommandsIn } from '../../../src/core/exports/az-cli.js';
import { makePlan } from '../../../src/core/make-plan.js';
import { format } from '../../../src/core/message.js';
import type { Plan } from '../../../src/core/plan.js';
import type { Target } from '../../../src/core/target.js';
import { readingOf } from '../../fakes/readings.js';
import { targets } from '../rules/verdict.js';

const planFor = (target: Target): Plan => {
  const result = makePlan({ reading: readingOf({ addresses: ['203.0.113.17'] }), target, bodyDigest: 'd' });
  if (result.kind === 'none') throw new Error('no plan');
  return result.plan;
};

const azCommands = (plan: Plan): string => azCommandsIn(plan, 'azure');

describe('the az script', () => {
  it('cannot be mistaken for one of Azure when it comes from the sandbox', () => {
    const plan = planFor(targets.managedNat);
    expect(azCommandsIn(plan, 'sandbox').split('\n')[1]).toMatch(/^# Made in the sandbox/);
    expect(azCommands(plan)).not.toContain('sandbox');
  });

  it('says the change in the words of Azure CLI', () => {
    const script = azCommands(
      planFor({ ...targets.managedNatV2, managedOutboundIPCount: 2, idleTimeoutInMinutes: 30 }),
    );
    expect(script).toContain(
      '--outbound-type managedNATGateway --outbound-type-sku StandardV2 --nat-gateway-managed-outbound-ip-count 2 --nat-gateway-idle-timeout 30',
    );
    expect(script).toContain('az 2.91.0');
  });

  it('says the options of a load balancer', () => {
    const script = azCommands(
      planFor({
        outboundType: 'loadBalancer',
        outboundIPIds: ['/subscriptions/s/a', '/subscriptions/s/b'],
        allocatedOutboundPorts: 1024,
      }),
    );
    expect(script).toContain(
      '--load-balancer-outbound-ips /subscriptions/s/a,/subscriptions/s/b --load-balancer-outbound-ports 1024',
    );
  });

  it.skipIf(process.platform === 'win32')(
    'passes hostile names to az as they are, and runs nothing of them',
    () => {
      const hostile = `x'; touch /tmp/never; echo "$(id)" \`id\` $HOME \\`;
      const plan = { ...planFor(targets.managedNat), clusterName: hostile };
      const stub =
        'az() { if [ "${10}" = eTag ]; then printf %s \'"e-1"\'; else printf "%s\\n" "$@"; fi; }\n';
      const { stdout, status, stderr } = spawnSync('sh', ['-c', stub + azCommands(plan)], {
        encoding: 'utf8',
      });
      expect(stderr).toBe('');
      expect(status).toBe(0);
      expect(stdout.split('\n').filter((line) => line === hostile)).toHaveLength(2);
    },
  );

  const guarded = (eTag: string) => {
    const plan = planFor(targets.managedNat);
    const stub = `az() { if [ "\${10}" = eTag ]; then printf %s '${eTag}'; else printf "%s\\n" "$@"; fi; }\n`;
    return spawnSync('sh', ['-c', stub + azCommands(plan)], { encoding: 'utf8' });
  };

  it.skipIf(process.platform === 'win32')('sends each step with the eTag that was just read', () => {
    expect(guarded('"e-1"').stdout).toContain('--if-match\n"e-1"\n');
  });

  it.skipIf(process.platform === 'win32')('sends nothing to a cluster that has changed since', () => {
    const { status, stdout, stderr } = guarded('"e-2"');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('has changed since the plan was made');
  });

  it.skipIf(process.platform === 'win32').each(['', 'None'])(
    'does not take an az that tells no eTag for a change of the cluster: "%s"',
    (eTag) => {
      const { status, stdout, stderr } = guarded(eTag);
      expect([status, stdout]).toEqual([1, '']);
      expect(stderr).toContain('This az tells no eTag');
      expect(stderr).toContain('2.69.0');
      expect(stderr).not.toContain('The cluster has changed');
    },
  );

  it.each([
    [targets.managedNat, '2.69.0', 'az 2.56.0 for this outbound type'],
    [targets.managedNatV2, '2.91.0', 'az 2.69.0 for --if-match and eTag'],
    [targets.none, '2.71.0', 'az 2.69.0 for --if-match and eTag'],
  ] as const)('says the least version that it really needs, and for what: %o', (target, least, part) => {
    const made = makePlan({
      reading: readingOf({
        addresses: ['203.0.113.17'],
        artifactSource: 'Cache',
        enablePrivateCluster: true,
      }),
      target,
      bodyDigest: 'd',
    });
    if (made.kind === 'none') throw new Error(format(made.because));
    const script = azCommands(made.plan);
    expect(script).toContain(`# This script needs az ${least} or newer: `);
    expect(script).toContain(part);
  });

  it('tells of each step why it stands there, what it interrupts, when it is done and how it is undone', () => {
    expect(azCommands(planFor(targets.managedNat)).split('\n')).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^# Step 1: Change the outbound type to .*\.$/),
        expect.stringMatching(/^# Interruption: Open outbound connections are cut once/),
        expect.stringMatching(
          /^# Done when a read shows: networkProfile\.outboundType is managedNATGateway; /,
        ),
        expect.stringMatching(/^# Undo: /),
      ]),
    );
  });

  it('names the type beside a new sku, and waits where the run would wait', () => {
    const reading = readingOf({ addresses: ['203.0.113.17'], outboundType: 'managedNATGateway' });
    const plan = makePlan({ reading, target: targets.managedNatV2, bodyDigest: 'd' });
    if (plan.kind === 'none') throw new Error('no plan');
    expect(azCommands(plan.plan)).toContain(
      '--outbound-type managedNATGateway --outbound-type-sku StandardV2',
    );
    const [step] = plan.plan.steps;
    const slow = { ...plan.plan, steps: [{ ...step!, settleTimeInMs: 120_000 }] };
    expect(azCommands(slow)).toContain('\nsleep 120\n');
  });

  it('cannot be broken out of by a line break in a comment', () => {
    const plan = { ...planFor(targets.managedNat), clusterName: 'x\nrm -rf /' };
    expect(
      azCommands(plan)
        .split('\n')
        .filter((line) => line.startsWith('rm')),
    ).toEqual([]);
  });
});

describe('the az script of a change whose address AKS chooses', () => {
  const ranges = ['192.0.2.0/24', '203.0.113.17/32'];
  const plan = (): Plan => {
    const result = makePlan({
      reading: readingOf({ addresses: ['203.0.113.17'], authorizedIPRanges: ranges }),
      target: { ...targets.managedNat, oldRanges: 'remove' },
      bodyDigest: 'd',
    });
    if (result.kind === 'none') throw new Error('no plan');
    return result.plan;
  };
  /** An az whose cluster has one address, one prefix and an IPv6 address, and whose list has two entries. */
  const stub = (listed: string) => String.raw`az() {
  case "$*" in
    *'--query eTag'*) printf %s '"e-1"' ;;
    *effectiveOutboundIPs*) printf '%s\n' /ip/publicIPAddresses/one /ip/publicIPPrefixes/two /ip/publicIPAddresses/six ;;
    *authorizedIpRanges*) printf %s '${listed}' ;;
    *public-ip*prefix*two*) printf %s 198.51.100.8/31 ;;
    *public-ip*one*) printf %s 198.51.100.1 ;;
    *public-ip*six*) printf %s 2001:db8::1 ;;
    *) printf '%s\n' "$*" ;;
  esac
}
`;
  const run = (listed: string) =>
    spawnSync('sh', ['-c', stub(listed) + azCommands(plan())], { encoding: 'utf8' });

  it.skipIf(process.platform === 'win32')(
    'reads what AKS has chosen and adds it to the list that is there by then',
    () => {
      const { stdout, stderr, status } = run('192.0.2.0/24,203.0.113.17/32');
      expect([stderr, status]).toEqual(['', 0]);
      expect(stdout).toContain(
        '--api-server-authorized-ip-ranges 192.0.2.0/24,203.0.113.17/32,198.51.100.1,198.51.100.8/31 --if-match "e-1"',
      );
    },
  );

  it.skipIf(process.platform === 'win32')('never empties the list: that would let everybody in', () => {
    const { stderr, status } = run('');
    expect(status).toBe(1);
    expect(stderr).toContain('Nothing was sent');
  });

  it('takes an old entry off however Azure writes it', () => {
    for (const spelling of ['203.0.113.17', '203.0.113.17/32'])
      expect(azCommands(plan()).replaceAll(String.raw`'\''`, '"')).toContain(`@ != "${spelling}"`);
  });
});
