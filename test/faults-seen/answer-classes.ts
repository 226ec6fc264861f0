import { done, planAgain, type FaultClass } from './fault-class.js';

/** What Azure answers. */
export const answers: readonly FaultClass[] = [
  {
    name: 'operation Failed',
    cluster: 'shop-prod',
    scenario: 'A change that fails',
    moments: [
      { section: 'result', ours: /failed in Azure/, azure: /PublicIPCountLimitReached/, way: planAgain },
    ],
    accepted: 1,
  },
  {
    name: 'operation Canceled',
    cluster: 'shop-prod',
    scenario: 'A change that is canceled',
    moments: [{ section: 'result', ours: /was canceled/, azure: /canceled by user/, way: planAgain }],
    accepted: 1,
  },
  {
    name: 'operation preempted',
    scenario: 'A change that another one overtakes',
    moments: [done],
    accepted: 1,
  },
  {
    name: "somebody else's change of the cluster",
    cluster: 'shop-prod',
    scenario: 'Somebody else changes the cluster',
    moments: [
      { section: 'result', ours: /[Ss]omebody/, azure: /PreconditionFailed|EtagMismatch/, way: planAgain },
    ],
    accepted: 0,
  },
  {
    name: "somebody else's change of a pool",
    cluster: 'shop-prod',
    scenario: 'Somebody else scales a pool',
    moments: [
      {
        section: 'run',
        ours: /Something else changed as well.*Pool web: somebody changed it/s,
        way: 'Copy message for firewall owners',
      },
    ],
    // The type, and the new address let in.
    accepted: 2,
  },
  {
    name: 'denied write',
    prepare: (sandbox) =>
      sandbox.addFault({
        kind: 'refuse',
        method: 'PUT',
        status: 403,
        body: {
          error: {
            code: 'LinkedAuthorizationFailed',
            message:
              "The client 'alex' has permission to perform action 'Microsoft.ContainerService/managedClusters/write' on scope; however, it does not have permission to perform action 'join/action' on the linked scope.",
          },
        },
      }),
    moments: [
      { section: 'result', ours: /Azure refused/, azure: /LinkedAuthorizationFailed/, way: planAgain },
    ],
    accepted: 0,
  },
  {
    name: 'policy refusal',
    scenario: 'Refused by policy',
    moments: [
      {
        section: 'result',
        ours: /policy "Public IP addresses need approval" forbids/,
        azure: /RequestDisallowedByPolicy/,
        way: planAgain,
      },
    ],
    accepted: 0,
  },
  {
    name: 'lock',
    prepare: (sandbox, clusterId) =>
      sandbox.addFault({
        kind: 'refuse',
        method: 'PUT',
        status: 409,
        body: {
          error: {
            code: 'ScopeLocked',
            message: `The scope '${clusterId}' cannot perform write operation because following scope(s) are locked: '${clusterId}'. Please remove the lock and try again.`,
          },
        },
      }),
    moments: [{ section: 'result', ours: /Azure refused/, azure: /ScopeLocked/, way: planAgain }],
    accepted: 0,
  },
];

/** What is told before anything is sent: the start is not possible, with why and what helps. */
export const blocked: readonly (Pick<FaultClass, 'name' | 'cluster' | 'scenario' | 'prepare'> & {
  readonly ours: RegExp;
})[] = [
  { name: 'a lock that is seen before', cluster: 'shop-prod', scenario: 'Locked', ours: /change-freeze/ },
  {
    name: 'a right that is missing',
    cluster: 'shop-prod',
    scenario: 'May read, may not change',
    ours: /write/,
  },
  {
    name: 'a quota that is used up',
    cluster: 'shop-prod',
    scenario: 'No public address left',
    ours: /public/i,
  },
];
