import {
  at,
  isObject,
  listOf,
  objectsOf,
  textAt,
  without,
  type JsonObject,
} from '../../../src/sandbox/json.js';
import { groupKeyOf, keyOf } from '../../../src/sandbox/resource-id.js';
import { differencesOf, type Compared } from './compare.js';
import { guessFor, servedAddress } from './guess.js';
import { atRest, learned, type Known } from './known.js';
import { addressOf, groupsOf, isOperation, isWrite, kindOf, pathOf, type Exchange } from './recording.js';
import { stageFor, type Stage } from './stage.js';

/** What became of a group of exchanges. */
export interface Played {
  /** Of its first exchange in the recording. */
  readonly index: number;
  readonly what: string;
  readonly exchanges: number;
  readonly verdict: 'same' | 'different' | 'notPlayed';
  /** What differs, or why it is not played. */
  readonly because: readonly string[];
}

/** Plays a recording's requests against sandboxes that begin as it did, group by group. */
export async function replay(exchanges: readonly Exchange[]): Promise<readonly Played[]> {
  const played: Played[] = [];
  let known: Known = new Map();
  let source = exchanges[0]?.source;
  for (const group of groupsOf(exchanges)) {
    if (group[0]?.source !== source) known = new Map();
    source = group[0]?.source;
    played.push(
      await playGroup(
        group,
        known,
        exchanges.filter((one) => one.source === source),
      ),
    );
    known = group.reduce(learned, known);
  }
  return played;
}

async function playGroup(
  group: readonly Exchange[],
  known: Known,
  run: readonly Exchange[],
): Promise<Played> {
  const [first] = group;
  if (first === undefined) throw new Error('A group has an exchange.');
  const about = {
    index: first.index,
    what: `${kindOf(first)} ${first.response.status}`,
    exchanges: group.length,
  };
  const before = seeds(group, known);
  const reason = notPlayedBecause(first, before);
  if (reason !== undefined) return { ...about, verdict: 'notPlayed', because: [reason] };
  const guess = guessFor(first, before);
  const stage = stageFor({
    bodies: [...before.values(), ...guess.bodies],
    removed: guess.removed,
    ...placesOf(run, first),
    faults: endOf(group),
  });
  const because: string[] = [];
  let operation: string | undefined;
  for (const exchange of group) {
    if (isOperation(exchange) && (operation === undefined || !belongsTo(first, exchange))) continue;
    const ours = await answerTo(stage, exchange, { first, operation });
    if (isWrite(exchange)) operation = ours.headers['azure-asyncoperation'];
    if ((await stage.unknown()).length > 0)
      return { ...about, verdict: 'notPlayed', because: [`the sandbox has no ${kindOf(exchange)}`] };
    const isAks = /Microsoft[.]ContainerService/i.test(pathOf(exchange));
    const isOlder = isAks ? isOldService(first) : versionOf(exchange) < oldestToldApart;
    for (const one of differencesOf(ours, asFarAsSeeded(exchange), { isAks, isOlder }))
      because.push(`${exchange.index}: ${one}`);
  }
  if (guess.isVague && because.length > 0)
    return {
      ...about,
      verdict: 'notPlayed',
      because: [`${refusedFor(first)}; on a plain cluster: ${because.join('; ')}`],
    };
  return { ...about, verdict: because.length === 0 ? 'same' : 'different', because };
}

const codeIn = ({ response: { body } }: Exchange): string =>
  textAt(body, 'error', 'code') || textAt(body, 'code');

const refusedFor = (exchange: Exchange): string =>
  `${exchange.response.status} ${codeIn(exchange)}: refused for a state that the recording does not show`;

/** Operations tell the version of the service itself; recordings of old ones name newer api-versions than they were made with. */
const isOldService = ({ response }: Exchange): boolean => {
  const url = response.headers['azure-asyncoperation'];
  const version = url === undefined ? undefined : addressOf(url).searchParams.get('api-version');
  return typeof version === 'string' && version < '2025-03-01';
};

/** Of a resource group the sandbox has the name and the place, no tags. */
function asFarAsSeeded(exchange: Exchange): Compared {
  const { response } = exchange;
  const isGroup = /[/]resourcegroups[/][^/]+$/i.test(pathOf(exchange));
  return isGroup && isObject(response.body)
    ? { ...response, body: without(response.body, 'tags') }
    : response;
}

/** Kinds of requests that the sandbox does not play, by rule. */
function notPlayedBecause(first: Exchange, known: Known): string | undefined {
  const { method } = first.request;
  const { status } = first.response;
  const code = codeIn(first);
  if (status >= 500)
    return `${status} ${code}: passing trouble of Azure's own, which the sandbox has as a fault`;
  if (/ResourceGraph/i.test(pathOf(first)) && status < 400)
    return 'the sandbox knows the queries of this product only, and answers any other as a wrong one';
  if (status === 429 || status === 409)
    return `${status} ${code}: refused for something that ran beside it, and the recording does not show what`;
  if (status === 403) return `403 ${code}: what the caller may do is not in the recording`;
  const isThere = known.has(keyOf(pathOf(first)));
  const isGuessed = servedAddress(first) !== undefined;
  if (status >= 400 && method === 'DELETE' && !isThere && !isGuessed && !frontDoorCodes.includes(code))
    return refusedFor(first);
  const cluster = /^.*[/]managedclusters[/][^/]+(?=[/])/i.exec(pathOf(first))?.[0];
  if (cluster !== undefined && !known.has(keyOf(cluster)) && status < 400)
    return 'the recording does not show the cluster that this belongs to';
  return undefined;
}

const frontDoorCodes = ['ResourceNotFound', 'ResourceGroupNotFound'];

/** What is known, and what the group reads without having made it. */
function seeds(group: readonly Exchange[], known: Known): Known {
  const before = new Map([...known].map(([key, body]): [string, JsonObject] => [key, atRest(body)]));
  const [first] = group;
  // What is answered with 404 was not there, whoever removed it meanwhile; what lay in a group that is gone, too.
  if (first?.response.status === 404) {
    const gone = keyOf(isGroupGone(first) ? groupPathOf(first) : pathOf(first));
    for (const key of before.keys()) if (key === gone || key.startsWith(`${gone}/`)) before.delete(key);
  }
  const made = first !== undefined && isWrite(first) ? keyOf(pathOf(first)) : undefined;
  return group
    .filter((one) => one.request.method === 'GET' && !isOperation(one))
    .filter((one) => !isAtRest(known.get(keyOf(pathOf(one)))) && keyOf(pathOf(one)) !== made)
    .reduce(learned, before);
}

const isGroupGone = ({ response }: Exchange): boolean =>
  textAt(response.body, 'error', 'code') === 'ResourceGroupNotFound';

const groupPathOf = (exchange: Exchange): string =>
  /^[/]subscriptions[/][^/]+[/]resourcegroups[/][^/]+/i.exec(pathOf(exchange))?.[0] ?? '';

/** What was seen only in the middle of its operation is taken as the next read shows it. */
const isAtRest = (body: JsonObject | undefined): boolean =>
  body !== undefined && ['', 'Succeeded'].includes(textAt(body, 'properties', 'provisioningState'));

/** Subscriptions and resource groups that the recording knows to be there. */
function placesOf(run: readonly Exchange[], first: Exchange) {
  const subscriptions = new Set<string>();
  const groups = new Map<string, { subscriptionId: string; name: string }>();
  for (const { request, response } of run) {
    // A query names its subscriptions in its body.
    for (const id of listOf(at(request.body ?? null, 'subscriptions')))
      if (typeof id === 'string') subscriptions.add(id.toLowerCase());
    const [, subscriptionId, name] =
      /\/subscriptions\/([^/?]+)(?:\/resourcegroups\/([^/?]+))?/i.exec(request.url) ?? [];
    if (subscriptionId === undefined) continue;
    subscriptions.add(subscriptionId.toLowerCase());
    const isMissing = textAt(response.body, 'error', 'code') === 'ResourceGroupNotFound';
    if (isGroupGone(first) && name?.toLowerCase() === keyOf(groupPathOf(first)).split('/').at(-1)) continue;
    if (name !== undefined && !isMissing)
      groups.set(groupKeyOf(subscriptionId, name), { subscriptionId: subscriptionId.toLowerCase(), name });
  }
  return { subscriptions: [...subscriptions], groups: [...groups.values()] };
}

/** An operation that was recorded to fail is planned to fail. */
function endOf(group: readonly Exchange[]) {
  return group.filter(isOperation).flatMap(({ response }) => {
    const status = textAt(response.body, 'status');
    const error = at(response.body, 'error');
    if (status !== 'Failed' && status !== 'Canceled') return [];
    return [{ kind: 'endOperation', status, ...(isObject(error) ? { error } : {}) } as const];
  });
}

/** Of Network the sandbox answers one shape: at older versions Azure hides what came later. */
const oldestToldApart = '2024-01-01';
const versionOf = ({ request }: Exchange): string =>
  addressOf(request.url).searchParams.get('api-version') ?? '';

/** True for the operation that a write announced; where headers were stripped, for any. */
function belongsTo(write: Exchange, exchange: Exchange): boolean {
  const announced = write.response.headers['azure-asyncoperation'];
  return announced === undefined || addressOf(announced).pathname === pathOf(exchange);
}

const longEnoughInMs = 3_600_000;
const isAnEnd = (state: string): boolean => ['Succeeded', 'Failed', 'Canceled'].includes(state);

async function answerTo(
  stage: Stage,
  exchange: Exchange,
  { first, operation }: { readonly first: Exchange; readonly operation: string | undefined },
): Promise<Compared> {
  const { method, url, body, headers } = exchange.request;
  const from = isOperation(exchange) && operation !== undefined ? operation : url;
  const { pathname, search } = addressOf(from);
  // What was recorded after the operation is asked after it; what was recorded in the middle, in the middle.
  const wanted = isOperation(exchange) ? textAt(exchange.response.body, 'status') : stateOf(exchange);
  const isItsOwn = isOperation(exchange) || keyOf(pathOf(exchange)).startsWith(keyOf(pathOf(first)));
  if (method === 'GET' && isItsOwn && (isAnEnd(wanted) || exchange.response.status === 404))
    stage.wait(longEnoughInMs / 2);
  const sent = headers['if-match'] === undefined ? {} : { 'if-match': headers['if-match'] };
  return stage.send(method, `${pathname}${search}`, body, sent);
}

const stateOf = ({ response }: Exchange): string => {
  const own = textAt(response.body, 'properties', 'provisioningState');
  if (own !== '') return own;
  return objectsOf(at(response.body, 'value')).length > 0 ? 'Succeeded' : '';
};
