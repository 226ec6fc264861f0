import { isQuestion } from './question.js';

/** What the gate knows of a request that is about to leave. */
export interface Leaving {
  readonly method: string;
  readonly url: string;
}

export type GateVerdict = 'pass' | 'foreignHost' | 'notAllowed' | 'changesOff';

const segment = '[^/?#]+';
const cluster = `/subscriptions/${segment}/resourceGroups/${segment}/providers/Microsoft[.]ContainerService/managedClusters/${segment}`;

const network = `/subscriptions/${segment}/resourceGroups/${segment}/providers/Microsoft[.]Network`;
const ofItsOwn = '(publicIPAddresses|publicIPPrefixes|natGateways|routeTables)';
const route = `routeTables/${segment}/routes/${segment}`;
const subnet = `virtualNetworks/${segment}/subnets/${segment}`;
const aks = 'Microsoft[.]ContainerService';
const feature = `/subscriptions/${segment}/providers/Microsoft[.]Features/providers/${aks}/features/${segment}`;

/** The writes that a plan may send. Anything else never leaves, whoever asks for it. A subnet is never removed. */
const writes: readonly { readonly method: string; readonly path: RegExp }[] = [
  { method: 'PUT', path: new RegExp(`^${cluster}$`, 'i') },
  { method: 'POST', path: new RegExp(`^${cluster}/abort$`, 'i') },
  { method: 'POST', path: new RegExp(`^${cluster}/agentPools/${segment}/upgradeNodeImageVersion$`, 'i') },
  { method: 'PUT', path: new RegExp(`^${network}/(${ofItsOwn}/${segment}|${route}|${subnet})$`, 'i') },
  { method: 'DELETE', path: new RegExp(`^${network}/(${ofItsOwn}/${segment}|${route})$`, 'i') },
  { method: 'POST', path: new RegExp(`^${feature}/register$`, 'i') },
  {
    method: 'POST',
    path: new RegExp(`^/subscriptions/${segment}/providers/(${aks}|Microsoft[.]Network)/register$`, 'i'),
  },
];

/**
 * The last check before a request leaves: only the configured ARM host, and of writes only those that a plan
 * shows. It stands behind every policy, so that a redirect or a link that Azure names passes here too.
 */
export function judge(request: Leaving, resourceManager: string, mayWrite: () => boolean): GateVerdict {
  const url = URL.canParse(request.url) ? new URL(request.url) : undefined;
  if (url === undefined || url.username !== '' || url.password !== '') return 'foreignHost';
  if (url.protocol !== 'https:' || url.origin !== new URL(resourceManager).origin) return 'foreignHost';
  const method = request.method.toUpperCase();
  if (isQuestion(method, request.url)) return 'pass';
  if (!writes.some((write) => write.method === method && write.path.test(url.pathname))) return 'notAllowed';
  return mayWrite() ? 'pass' : 'changesOff';
}
