import { describe, expect, it } from 'vitest';
import { azCommands } from '../../../src/core/exports/az-cli.js';
import { planAsMarkdown } from '../../../src/core/exports/markdown.js';
import { makePlan } from '../../../src/core/make-plan.js';
import { format } from '../../../src/core/message.js';
import type { Plan } from '../../../src/core/plan.js';
import { readingOf } from '../../fakes/readings.js';
import { targets } from '../rules/verdict.js';

/** A plan whose first step makes a pool anew. */
function plan(): Plan {
  const reading = readingOf({ addresses: ['203.0.113.17'] });
  const made = makePlan({ reading, target: targets.managedNat, bodyDigest: 'd' });
  if (made.kind === 'none') throw new Error('no plan');
  const [step] = made.plan.steps;
  const send = {
    kind: 'reimage',
    method: 'POST',
    resourceId: `${made.plan.clusterId}/agentPools/system`,
    apiVersion: '2026-05-01',
  } as const;
  return { ...made.plan, steps: [{ ...step!, id: 'reimage', send }, ...made.plan.steps] };
}

describe('a step that makes a pool anew', () => {
  it('is the command of Azure CLI that waits for it, and needs no eTag', () => {
    const line = azCommands(plan(), 'azure')
      .split('\n')
      .find((text) => text.includes('nodepool'));
    expect(line).toMatch(
      /^az aks nodepool upgrade --subscription \S+ --resource-group \S+ --cluster-name \S+ --name system --node-image-only --yes$/,
    );
  });

  it('is told with its request and no body', () => {
    const text = planAsMarkdown(plan(), { results: [], format, madeIn: 'azure' });
    expect(text).toMatch(
      /`POST \S+\/agentPools\/system\/upgradeNodeImageVersion\?api-version=2026-05-01`\n\n#/,
    );
  });
});
