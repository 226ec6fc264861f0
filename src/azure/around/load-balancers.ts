import type { Fact } from '../../core/fact.js';
import { valueAt, type Json } from '../../core/json.js';
import type { FrontendFacts, LoadBalancerFacts } from '../../core/surroundings.js';
import { apiVersions } from '../api-versions.js';
import { graphKey, type Resource } from '../facts/resource.js';
import { spelledLike, spellings } from '../facts/spelling.js';
import { elementsOf, listFact, notAsked, textOf, type Reader } from './reader.js';
import type { Subject } from './subject.js';

/** Every load balancer of the cluster, public and internal, with what stands behind its frontends. */
export async function readLoadBalancers(
  reader: Reader,
  { cluster, nodeGroupPath }: Subject,
): Promise<Fact<readonly LoadBalancerFacts[]>> {
  if (nodeGroupPath === undefined) return notAsked(cluster.key, 'The node resource group');
  const path = `${nodeGroupPath}/providers/Microsoft.Network/loadBalancers`;
  return listFact(await reader.list(path, apiVersions.network), path.toLowerCase(), loadBalancerOf);
}

const loadBalancerOf = (balancer: Resource): LoadBalancerFacts => ({
  id: balancer.id,
  name: textOf(balancer.raw('name')) ?? balancer.id,
  sku: spelledLike(balancer.text('sku', 'name'), spellings.loadBalancerSku),
  frontends: elementsOf(balancer.raw('properties', 'frontendIPConfigurations')).flatMap(frontendOf),
  outboundRuleCount: elementsOf(balancer.raw('properties', 'outboundRules')).length,
});

function frontendOf(frontend: Json): readonly FrontendFacts[] {
  const name = textOf(valueAt(frontend, ['name']));
  if (name === undefined) return [];
  const property = (...path: string[]) => valueAt(frontend, ['properties', ...path]);
  const addressId = graphKey(property('publicIPAddress', 'id')) ?? graphKey(property('publicIPPrefix', 'id'));
  const privateAddress = textOf(property('privateIPAddress'));
  return [
    {
      name,
      ...(addressId === undefined ? {} : { addressId }),
      ...(privateAddress === undefined ? {} : { privateAddress }),
      hasRules: elementsOf(property('loadBalancingRules')).length > 0,
    },
  ];
}
