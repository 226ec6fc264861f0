import { format } from '../../src/core/message.js';
import type { Analysis, FileFinding, Files } from '../../src/bicep/analysis.js';
import { analyze } from '../../src/bicep/entry.js';

export const mainUri = 'file:///repo/main.bicep';

export const analyzed = (text: string, others: Files = {}): Analysis =>
  analyze({ ...others, [mainUri]: text }, mainUri);

/** Findings as a reader sees them: severity, rule, and the text that is underlined. */
export const seen = (text: string, others: Files = {}): readonly string[] =>
  analyzed(text, others).findings.map((finding) => sight(finding, text));

export const sight = ({ finding, span }: FileFinding, text: string): string =>
  `${finding.severity} ${finding.ruleId} at ${text.slice(span.start, span.end)}`;

export const words = (text: string, others: Files = {}): readonly string[] =>
  analyzed(text, others).findings.map(({ finding }) => format(finding.message));

/** A cluster with this network profile and these other lines of properties. */
export function cluster(
  networkProfile: string,
  properties = pool("vnetSubnetID: '/subscriptions/s/x'"),
): string {
  return `resource aks 'Microsoft.ContainerService/managedClusters@2026-05-01' = {
  name: 'shop'
  location: 'westeurope'
  properties: {
    networkProfile: {
${networkProfile.trim().replace(/^/gm, '      ')}
    }
${properties.trim().replace(/^/gm, '    ')}
  }
}
`;
}

/** A node pool with one more line. */
export const pool = (line: string): string => `agentPoolProfiles: [
  {
    name: 'system'
    mode: 'System'
    count: 3
    ${line}
  }
]`;

/** A pool on the network that AKS makes. */
export const managedPool = pool("vmSize: 'Standard_D4s_v5'");
