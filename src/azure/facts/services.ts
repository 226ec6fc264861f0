import type { ServiceFacts } from '../../core/facts.js';
import { valueAt, type Json } from '../../core/json.js';
import { graphKey } from './resource.js';

/** A public frontend of the cluster's load balancer that carries a Service. */
export interface Frontend {
  readonly name: string;
  readonly addressKey: string;
}

/**
 * The frontends behind public Services: those that a load balancing rule uses. The frontends of the outbound
 * rule carry no such rule, and internal ones have no public address.
 */
export function frontendsOf(loadBalancer: Json | undefined): readonly Frontend[] {
  const list = valueAt(loadBalancer, ['properties', 'frontendIPConfigurations']);
  const frontends = Array.isArray(list) ? (list as readonly Json[]) : [];
  const inRules = frontendsInRules(loadBalancer);
  return frontends.flatMap((frontend) => {
    const name = valueAt(frontend, ['name']);
    const addressKey = graphKey(valueAt(frontend, ['properties', 'publicIPAddress', 'id']));
    const own = valueAt(frontend, ['properties', 'loadBalancingRules']);
    const carries =
      (Array.isArray(own) && own.length > 0) || inRules.has(graphKey(valueAt(frontend, ['id'])) ?? '');
    return typeof name === 'string' && addressKey !== undefined && carries ? [{ name, addressKey }] : [];
  });
}

function frontendsInRules(loadBalancer: Json | undefined): ReadonlySet<string> {
  const rules = valueAt(loadBalancer, ['properties', 'loadBalancingRules']);
  const ids = (Array.isArray(rules) ? (rules as readonly Json[]) : []).map((rule) =>
    graphKey(valueAt(rule, ['properties', 'frontendIPConfiguration', 'id'])),
  );
  return new Set(ids.filter((id) => id !== undefined));
}

/**
 * A Service by name and address. Kubernetes writes `namespace/name` into a tag of the address that it makes
 * (one address may serve several, separated by commas); an address that a person brought has no tag, then the
 * frontend's name stands in.
 * Source: cloud-provider-azure docs, public IP tags (`k8s-azure-service`), read 2026-11-23.
 */
export function serviceFacts(frontend: Frontend, address: Json | undefined): ServiceFacts | undefined {
  const ip = valueAt(address, ['properties', 'ipAddress']);
  if (typeof ip !== 'string') return undefined;
  const tag = valueAt(address, ['tags', 'k8s-azure-service']) ?? valueAt(address, ['tags', 'service']);
  return { name: typeof tag === 'string' && tag !== '' ? tag : frontend.name, address: ip };
}
