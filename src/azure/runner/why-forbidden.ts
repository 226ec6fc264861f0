import { say, type Message } from '../../core/message.js';
import type { Edit, NetworkDelete, NetworkPut, Plan, Register, Reimage, Step } from '../../core/plan.js';
import { openReferences } from '../../core/resolve-step.js';

type Places = readonly (readonly string[])[];

/** The only parts of a cluster's body that a plan may touch. */
const ofCluster: Places = [
  ['properties', 'networkProfile'],
  ['properties', 'apiServerAccessProfile', 'authorizedIPRanges'],
  ['properties', 'bootstrapProfile'],
];

/** The neighbours that a plan may write, and what it may touch of one that is there: nothing else of it ever moves. */
const ofNeighbours: Readonly<Record<string, Places>> = {
  'virtualnetworks/subnets': [
    ['properties', 'natGateway'],
    ['properties', 'routeTable'],
  ],
  natgateways: [
    ['properties', 'publicIpAddresses'],
    ['properties', 'publicIpPrefixes'],
    ['properties', 'idleTimeoutInMinutes'],
  ],
  routetables: [['properties', 'routes']],
  'routetables/routes': [
    ['properties', 'addressPrefix'],
    ['properties', 'nextHopType'],
    ['properties', 'nextHopIpAddress'],
  ],
  publicipaddresses: [],
  publicipprefixes: [],
};

/** Why a step may not be sent, whatever Azure shows; undefined where it may. */
export function whyForbidden(step: Step, plan: Plan): Message | undefined {
  const { send } = step;
  const [open] = openReferences(step);
  if (open !== undefined)
    return say('This step was not sent: it needs {path} of an earlier step, and Azure did not tell that.', {
      path: open.path.join('.'),
    });
  switch (send.kind) {
    case 'cluster':
      return beyond(send.edits, ofCluster);
    case 'network':
      return ofNeighbour(send);
    case 'reimage':
      return isPoolOf(send, plan)
        ? undefined
        : say('This step was not sent: {id} is no pool of the cluster.', { id: send.resourceId });
    case 'register':
      return isRegistration(send, plan)
        ? undefined
        : say('This step was not sent: {id} is nothing that a plan may register.', { id: send.resourceId });
  }
}

function ofNeighbour(send: NetworkPut | NetworkDelete): Message | undefined {
  const { resourceId } = send;
  const type = typeOf(resourceId);
  const places = ofNeighbours[type];
  const isSubnet = type === 'virtualnetworks/subnets';
  const isMade = send.method === 'PUT' && send.create !== undefined;
  if (places === undefined || (isSubnet && (isMade || send.method === 'DELETE')))
    return say('This step was not sent: {id} is nothing that a plan may {act}.', {
      id: resourceId,
      act: send.method === 'DELETE' ? say('remove') : isMade ? say('create') : say('change'),
    });
  return send.method === 'DELETE' || isMade ? undefined : beyond(send.edits, places);
}

function beyond(edits: readonly Edit[], places: Places): Message | undefined {
  const forbidden = edits.find(
    ({ path }) => !places.some((place) => place.every((key, index) => path[index] === key)),
  );
  if (forbidden === undefined) return undefined;
  return say('This step was not sent: it would touch {path}, which no plan may.', {
    path: forbidden.path.join('.'),
  });
}

const neighbour =
  /^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+\/providers\/microsoft[.]network\/([^/]+)\/[^/]+(?:\/([^/]+)\/[^/]+)?$/i;

/** `virtualnetworks/subnets`; empty for what is no resource of Microsoft.Network. */
function typeOf(id: string): string {
  const [, outer = '', inner] = neighbour.exec(id) ?? [];
  return (inner === undefined ? outer : `${outer}/${inner}`).toLowerCase();
}

const isPoolOf = ({ resourceId }: Reimage, { clusterId }: Plan): boolean => {
  const [cluster, pool] = resourceId.toLowerCase().split('/agentpools/');
  return cluster === clusterId.toLowerCase() && /^[a-z0-9]+$/.test(pool ?? '');
};

const registration =
  /^\/subscriptions\/([^/]+)\/providers\/(?:microsoft[.]features\/providers\/microsoft[.]containerservice\/features\/[^/]+|microsoft[.](?:containerservice|network))$/i;

const isRegistration = ({ resourceId }: Register, plan: Plan): boolean =>
  registration.exec(resourceId)?.[1]?.toLowerCase() === plan.subscriptionId.toLowerCase();
