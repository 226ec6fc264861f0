import { say } from '../../core/message.js';
import { outboundTypes } from '../../core/outbound-type.js';
import type { Fix } from '../analysis.js';
import { keyNameOf, propertiesAt } from '../syntax/path.js';
import type { FixContext, FixMaker } from './fix-context.js';
import { literalText, replaceLiteral } from './fix-context.js';
import { endOfLine, indentOf, lineEndOf } from './lines.js';
import { nearest } from './spelling.js';

const write = (context: FixContext, value: string, isPreferred: boolean): readonly Fix[] =>
  replaceLiteral(context, { title: say('Write {value}', { value }), text: `'${value}'`, isPreferred });

/** The right spelling, where the value differs only in case. */
const rightCase: FixMaker = (context) => {
  const written = literalText(context);
  const right = outboundTypes.find((type) => type.toLowerCase() === written?.toLowerCase());
  return right === undefined ? [] : write(context, right, true);
};

const nearestType: FixMaker = (context) => {
  const written = literalText(context);
  const near = written === undefined ? undefined : nearest(written, outboundTypes);
  return near === undefined ? [] : write(context, near, true);
};

const firstVersionWithSku = '2026-06-01';

/** The type, its sku and the API version that has the sku: three places, and all of them or none. */
const skuInsteadOfPreviewSpelling: FixMaker = (context) => {
  const { symbols, span, isHere } = context;
  const { uri, program } = symbols;
  const { resource, properties } = propertiesAt(program, span.start);
  const property = properties.at(-1);
  const profile = properties.at(-2);
  const isPlain =
    property !== undefined && keyNameOf(property) === 'outboundType' && property.value.start === span.start;
  if (!isHere || !isPlain || profile?.value.kind !== 'object' || resource?.type.kind !== 'string') return [];
  const { members } = profile.value;
  const isPlainProfile = members.every((member) => member.kind === 'property');
  const hasSku = members.some(
    (member) => member.kind === 'property' && keyNameOf(member) === 'natGatewayProfile',
  );
  const version = /@([^']*)'$/.exec(program.text.slice(resource.type.start, resource.type.end))?.[1];
  const lineEnd = endOfLine(program.text, span.end);
  if (!isPlainProfile || hasSku || version === undefined || lineEnd !== span.end) return [];
  const indent = indentOf(program.text, property.start);
  const newLine = lineEndOf(program.text);
  const lines = ['natGatewayProfile: {', "  sku: 'StandardV2'", '}']
    .map((line) => newLine + indent + line)
    .join('');
  const versionEnd = resource.type.end - 1;
  const raise =
    version >= firstVersionWithSku && !version.endsWith('-preview')
      ? []
      : [{ uri, start: versionEnd - version.length, end: versionEnd, text: firstVersionWithSku }];
  return [
    {
      title: say('Write managedNATGateway with sku StandardV2, API version {version}', {
        version: raise.length > 0 ? firstVersionWithSku : version,
      }),
      edits: [...raise, { ...span, text: `'managedNATGateway'${lines}` }],
      isPreferred: true,
    },
  ];
};

/** Fixes of rules about the value of `outboundType`, by rule. */
export const outboundTypeFixes: Readonly<Record<string, FixMaker>> = {
  'aks-outbound-type-casing': rightCase,
  'aks-outbound-type-unknown': nearestType,
  'aks-outbound-type-seed-typo': (context) => write(context, 'userAssignedNATGateway', true),
  'aks-nat-v2-preview-value': skuInsteadOfPreviewSpelling,
  'aks-managed-nat-with-subnet': (context) => write(context, 'userAssignedNATGateway', false),
  'aks-user-nat-without-subnet': (context) => write(context, 'managedNATGateway', false),
  'aks-block-with-subnet': (context) => write(context, 'none', false),
  'aks-lb-basic': (context) => write(context, 'standard', true),
  'aks-isolated-os-channel': (context) => write(context, 'NodeImage', true),
};
