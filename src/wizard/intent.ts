import * as v from 'valibot';

/** Untrusted text from the page: long enough for any id, short enough to be harmless. */
const text = v.pipe(v.string(), v.maxLength(2048));

const targetKey = v.picklist([
  'loadBalancer',
  'managedNATGateway/Standard',
  'managedNATGateway/StandardV2',
  'userAssignedNATGateway',
  'userDefinedRouting',
  'none',
  'block',
]);

const numberOptions = ['managedOutboundIPCount', 'idleTimeoutInMinutes', 'allocatedOutboundPorts'] as const;

const networkOptions = [
  ...(['natGateway', 'gatewayId', 'gatewayName', 'gatewayZone', 'firewall', 'clearing'] as const),
  ...(['oldRanges', 'leftovers'] as const),
] as const;

const isNetworkOption = (option: string): boolean => networkOptions.some((one) => one === option);

/** What the person wants, from the page. Never data that the host already holds. */
const intentSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('ready') }),
  v.strictObject({ kind: v.literal('refresh') }),
  v.strictObject({ kind: v.literal('choose'), target: targetKey }),
  v.pipe(
    v.strictObject({
      kind: v.literal('configure'),
      option: v.picklist([...numberOptions, ...networkOptions]),
      /** As typed; the session judges it. */
      value: v.pipe(v.string(), v.maxLength(400)),
    }),
    v.check(({ option, value }) => isNetworkOption(option) || value.length <= 16, 'too long for a number'),
  ),
  v.strictObject({ kind: v.literal('typeName'), name: v.pipe(v.string(), v.maxLength(100)) }),
  /** The digest of the plan that was on the screen. */
  v.strictObject({ kind: v.literal('start'), digest: text }),
  v.strictObject({ kind: v.literal('openDiff'), stepId: text }),
  v.strictObject({ kind: v.literal('openRule'), ruleId: text }),
  v.strictObject({
    kind: v.literal('copy'),
    what: v.picklist(['addresses', 'azCommands', 'newAddresses', 'message', 'refusal', 'rangesCommand']),
  }),
  v.strictObject({ kind: v.literal('export'), format: v.picklist(['azCli', 'markdown', 'json']) }),
  v.strictObject({ kind: v.literal('openPortal') }),
  v.strictObject({ kind: v.literal('signIn') }),
  v.strictObject({
    kind: v.literal('answer'),
    question: v.picklist(['continue', 'repeat']),
    /** The step that was asked about: another one may be by now. */
    stepId: text,
    yes: v.boolean(),
  }),
  v.strictObject({ kind: v.literal('resume') }),
  v.strictObject({ kind: v.literal('detach') }),
  v.strictObject({ kind: v.literal('abort') }),
  v.strictObject({ kind: v.literal('giveUp') }),
  v.strictObject({ kind: v.literal('planAgain') }),
  /** Of the run whose result is in sight; by its id after a reload. */
  v.strictObject({ kind: v.literal('wayBack'), runId: v.optional(v.pipe(v.string(), v.maxLength(200))) }),
  /** Of a lock that nobody can judge from here. */
  v.strictObject({ kind: v.literal('takeOver') }),
]);

export type Intent = v.InferOutput<typeof intentSchema>;

/** One handler for each intent: a forgotten one does not compile. */
export type IntentHandlers<R> = {
  readonly [K in Intent['kind']]: (intent: Extract<Intent, { kind: K }>) => R;
};

/** The intent inside a message from the page, or the reason why it is dropped. Never throws. */
export function parseIntent(message: unknown): { readonly intent: Intent } | { readonly dropped: string } {
  const parsed = v.safeParse(intentSchema, message);
  if (parsed.success) return { intent: parsed.output };
  return {
    dropped: parsed.issues
      .map((issue) => issue.message)
      .join('; ')
      .slice(0, 500),
  };
}
