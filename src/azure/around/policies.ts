import type { Fact } from '../../core/fact.js';
import { isJsonObject, valueAt, type Json } from '../../core/json.js';
import type { PolicyFacts, Surroundings } from '../../core/surroundings.js';
import { apiVersions } from '../api-versions.js';
import { elementsOf, notAsked, resourceFact, textOf, type Reader } from './reader.js';
import type { Subject } from './subject.js';

/** What AKS may have to make in its node resource group. */
const wanted: readonly { readonly type: string; readonly sku: string }[] = [
  { type: 'Microsoft.Network/publicIPAddresses', sku: 'Standard' },
  { type: 'Microsoft.Network/natGateways', sku: 'Standard' },
];

/**
 * What Azure Policy would say to new addresses and gateways in the node resource group; initiatives and exemptions
 * are in Azure's answer. Source: Azure docs, "Policy Restrictions - Check At Resource Group Scope", read 2026-11-25.
 */
export async function readPolicies(
  reader: Reader,
  { nodeGroupPath, location, cluster }: Subject,
): Promise<NonNullable<Surroundings['policies']>> {
  const facts = await Promise.all(
    wanted.map(async ({ type, sku }): Promise<readonly [string, Fact<readonly PolicyFacts[]>]> => {
      const key = type.toLowerCase();
      if (nodeGroupPath === undefined || location === undefined)
        return [key, notAsked(cluster.key, 'The node resource group')];
      const reply = await reader.ask(
        `${nodeGroupPath}/providers/Microsoft.PolicyInsights/checkPolicyRestrictions`,
        apiVersions.policyRestrictions,
        {
          resourceDetails: {
            apiVersion: apiVersions.network,
            resourceContent: { type, name: 'aks-egress-check', location, sku: { name: sku }, properties: {} },
          },
        },
      );
      return [key, resourceFact(reply, nodeGroupPath.toLowerCase(), (body) => evaluationsIn(body.raw()))];
    }),
  );
  return Object.fromEntries(facts);
}

/** Only what does not comply matters; what complies is left out. */
function evaluationsIn(body: Json | undefined): readonly PolicyFacts[] {
  return elementsOf(valueAt(body, ['contentEvaluationResult', 'policyEvaluations'])).flatMap((one) => {
    if (!isJsonObject(one) || one['evaluationResult'] !== 'NonCompliant') return [];
    const text = (...path: string[]) => textOf(valueAt(one, path)) ?? '';
    return [
      {
        effect: text('effectDetails', 'policyEffect'),
        policyDefinitionId: text('policyInfo', 'policyDefinitionId'),
        policyAssignmentId: text('policyInfo', 'policyAssignmentId'),
      },
    ];
  });
}
