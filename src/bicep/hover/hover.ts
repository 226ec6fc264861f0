import type { Files, HoverText } from '../analysis.js';
import { factsOf } from '../judging/judge.js';
import { loaded } from '../judging/loaded.js';
import { subjectsOf } from '../judging/subjects.js';
import { isWorthReading } from '../judging/references.js';
import { keyNameOf, propertiesAt } from '../syntax/path.js';
import { resourceTypes } from '../values/resources.js';
import { natGatewayWords, loadBalancerWords, subnetWords } from './profile-words.js';
import { outboundTypeWords } from './outbound-type-words.js';

const words = {
  'networkProfile.outboundType': outboundTypeWords,
  'networkProfile.natGatewayProfile': natGatewayWords,
  'networkProfile.loadBalancerProfile': loadBalancerWords,
  'agentPoolProfiles.vnetSubnetID': subnetWords,
} as const;

/** What stands under the pointer, where it is egress of a cluster: its key, or a plain value behind it. */
export function hover(files: Files, uri: string, offset: number): HoverText | undefined {
  const text = Object.hasOwn(files, uri) ? files[uri] : undefined;
  if (text === undefined || !isWorthReading(text)) return undefined;
  const read = loaded(files);
  const symbols = read.symbolsOf(uri);
  if (symbols === undefined) return undefined;
  const { resource, properties } = propertiesAt(symbols.program, offset);
  const declared = [...(symbols.tree.byType.get(resourceTypes.cluster) ?? [])].find(
    ({ declaration }) => declaration === resource,
  );
  const property = properties.at(-1);
  const path = properties.slice(-2).map(keyNameOf).join('.');
  const say = Object.entries(words).find(([known]) => known.toLowerCase() === path.toLowerCase())?.[1];
  if (declared === undefined || property === undefined || say === undefined) return undefined;
  const { key, value } = property;
  const isOnKey = offset <= key.end;
  if (!isOnKey && value.kind === 'object') return undefined;
  const subject = subjectsOf(read, uri).find(
    ({ symbol, modules, through }) =>
      symbol === declared.symbol && modules.length === 0 && through.length === 0,
  );
  const facts = subject === undefined ? undefined : factsOf(read, subject);
  if (facts === undefined) return undefined;
  const at = isOnKey ? key : value;
  return { span: { uri, start: at.start, end: at.end }, paragraphs: say(facts) };
}
