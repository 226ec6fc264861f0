import type { DiffLine, PlanSection } from '../../../src/wizard/state.js';
import { act, text } from './words.js';

/** A body's lines as a person writes them: the first character is the sign. */
const lines = (body: string): readonly DiffLine[] =>
  body
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({
      sign: line.startsWith('+') ? '+' : line.startsWith('-') ? '-' : ' ',
      text: line.slice(1),
    }));

const request = 'PUT managedClusters/payments-prod?api-version=2026-05-01';

const exports = [
  act('az CLI', { kind: 'export', format: 'azCli' }),
  act('Markdown', { kind: 'export', format: 'markdown' }),
  act('JSON', { kind: 'export', format: 'json' }),
];

const diffAct = (stepId: string): ReturnType<typeof act> =>
  act('Whole body in the diff editor', { kind: 'openDiff', stepId });

export const ranges: PlanSection['steps'][number] = {
  id: 'ranges',
  title: text('Let the new addresses in at the API server'),
  why: text(
    'Four ranges stay, 198.51.100.40/30 is added. Without it nodes lose the API server when traffic moves.',
  ),
  request,
  diff: lines(`
   "apiServerAccessProfile": {
     "authorizedIPRanges": [
       "192.0.2.0/24",
+      "198.51.100.40/30",
       "203.0.113.17/32"`),
  verify: text('The API server lists the range.'),
  interruption: text('None'),
  undo: text('Take the range out'),
  isCutOver: false,
  openDiff: diffAct('ranges'),
};

export const type: PlanSection['steps'][number] = {
  id: 'type',
  title: text('Change the outbound type'),
  why: text('AKS removes its outbound rule and releases its two addresses.'),
  request,
  diff: lines(`
   "networkProfile": {
     "loadBalancerSku": "standard",
-    "outboundType": "loadBalancer",
-    "loadBalancerProfile": {
-      "managedOutboundIPs": { "count": 2 },
-      "idleTimeoutInMinutes": 30
-    },
+    "outboundType": "userAssignedNATGateway",
     "podCidr": "10.244.0.0/16"`),
  verify: text('The cluster declares userAssignedNATGateway and is Succeeded.'),
  interruption: text('Open connections are cut once'),
  undo: text('Back to loadBalancer, with two other addresses'),
  isCutOver: true,
  moment: { kind: 'cutOver', text: text('Here traffic moves: from step 2 on others see 198.51.100.40/30') },
  openDiff: diffAct('type'),
};

export const planReady: PlanSection = {
  answer: text('2 steps; step 2 is the moment that others notice'),
  more: text('Each step is written to the journal before it is sent.'),
  digest: '9f2b6c0d41e7a85530c1d4f6b7a8e9013f5c7d2b4a6e8f00112233445566778899',
  steps: [ranges, type],
  stays: [text('Both Services of type LoadBalancer keep their addresses: 203.0.113.5 and 203.0.113.6.')],
  exports,
};

const oneWay: PlanSection['steps'][number] = {
  ...type,
  why: text('AKS creates the gateway, draws two addresses and moves the traffic.'),
  request: 'PUT managedClusters/shop-test?api-version=2026-06-01',
  diff: lines(`
   "networkProfile": {
-    "outboundType": "loadBalancer",
-    "loadBalancerProfile": {
-      "managedOutboundIPs": { "count": 1 }
-    },
+    "outboundType": "managedNATGateway",
+    "natGatewayProfile": {
+      "sku": "StandardV2",
+      "managedOutboundIPProfile": { "count": 2 },
+      "idleTimeoutInMinutes": 30
+    },`),
  undo: text('None'),
  moment: { kind: 'oneWay', text: text('One-way door: after step 1 there is no way back') },
};

/** `value` is what has been typed of the cluster's name. */
export const planOneWay = (value: string): PlanSection => ({
  ...planReady,
  answer: text('1 step, and it cannot be undone'),
  steps: [oneWay],
  typedName: {
    why: text(
      '203.0.113.61 goes back to Azure, and by the AKS migration table no other type can follow a StandardV2 gateway.',
    ),
    value,
    matches: value === 'shop-test',
  },
});
