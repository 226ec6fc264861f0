import { known, type Fact } from '../../core/fact.js';
import { valueAt, type Json } from '../../core/json.js';
import type { DependencyFacts } from '../../core/surroundings.js';
import { elementsOf, listFact, textOf, type Reader } from './reader.js';
import type { Subject } from './subject.js';

/** What the cluster itself says that it must reach, as a firewall has to allow it. */
export async function readDependencies(
  reader: Reader,
  { cluster, apiVersion }: Subject,
): Promise<Fact<readonly DependencyFacts[]>> {
  const path = `${cluster.path}/outboundNetworkDependenciesEndpoints`;
  const listed = listFact(await reader.list(path, apiVersion), cluster.key, (group) =>
    elementsOf(group.raw('endpoints')).flatMap((one) => dependencyOf(group.raw('category'), one)),
  );
  return listed.kind === 'known' ? known(listed.value.flat(), listed.origin) : listed;
}

function dependencyOf(category: Json | undefined, endpoint: Json): readonly DependencyFacts[] {
  const domainName = textOf(valueAt(endpoint, ['domainName']));
  if (domainName === undefined) return [];
  const details = elementsOf(valueAt(endpoint, ['endpointDetails']));
  const ports = details.flatMap((detail) => {
    const port = valueAt(detail, ['port']);
    return typeof port === 'number' ? [port] : [];
  });
  return [{ category: textOf(category) ?? '', domainName, ports: [...new Set(ports)] }];
}
