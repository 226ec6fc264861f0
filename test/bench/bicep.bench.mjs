// How long reading and judging a Bicep file takes: the sample's files, and one that is generated as large as asked for.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const median = (values) => values.slice().sort((a, b) => a - b)[Math.floor(values.length / 2)];

const cluster = (number) => `
@description('Cluster ${number}')
param nodes${number} int = ${(number % 9) + 1}
resource cluster${number} 'Microsoft.ContainerService/managedClusters@2025-05-01' = {
  name: 'shop-${number}-\${uniqueString(resourceGroup().id)}'
  location: resourceGroup().location
  tags: union({ number: '${number}' }, { purpose: 'measuring' })
  properties: {
    dnsPrefix: 'shop-${number}'
    networkProfile: {
      loadBalancerSku: 'standard'
      outboundType: ${number % 2 === 0 ? "'userDefinedRouting'" : "'loadBalancer'"}
      loadBalancerProfile: {
        managedOutboundIPs: {
          count: nodes${number} > 3 ? 2 : 1
        }
      }
    }
    agentPoolProfiles: [for pool in range(0, 2): {
      name: 'pool\${pool}'
      mode: pool == 0 ? 'System' : 'User'
      count: nodes${number}
      vmSize: 'Standard_D4s_v5'
    }]
  }
}
`;

const generated = (clusters) => Array.from({ length: clusters }, (_, number) => cluster(number)).join('');

function measure(analyze, uri, text) {
  const repeats = text.length > 100_000 ? 7 : 25;
  const took = [];
  let analysis = analyze({ [uri]: text }, uri);
  for (let time = 0; time < repeats; time += 1) {
    const startedAt = performance.now();
    analysis = analyze({ [uri]: text }, uri);
    took.push(performance.now() - startedAt);
  }
  return { inMs: median(took), findings: analysis.findings.length, lines: text.split('\n').length };
}

export async function bench() {
  const bundle = path.resolve('dist', 'bicep.cjs');
  if (!existsSync(bundle)) throw new Error('bicep.cjs was not built.');
  const { analyze } = createRequire(import.meta.url)(bundle);
  const samples = readdirSync('sample')
    .filter((file) => file.endsWith('.bicep'))
    .map((file) => ({ name: file, text: readFileSync(path.join('sample', file), 'utf8') }));
  const grown = [10, 100, 1000].map((clusters) => ({
    name: `${clusters} generated clusters`,
    text: generated(clusters),
  }));
  return [...samples, ...grown].map(({ name, text }) => {
    const { inMs, findings, lines } = measure(analyze, `file:///measured/${name}`, text);
    return { what: `${name}: ${lines} lines, ${findings} findings`, value: inMs, unit: 'ms' };
  });
}
