/**
 * What a message may be filled with. A list is joined with commas; a message is formatted in place; a number is a
 * count that somebody reads, with separators: what stands in a file or is to be typed goes through `asWritten`.
 */
export type MessageArg = string | number | Message | readonly MessageArg[];

/** Words for a person, as data: one template in American English and what goes into its {holes}. */
export interface Message {
  readonly template: string;
  readonly args?: Readonly<Record<string, MessageArg>>;
}

/** Translations by template, for one language. A missing one falls back to the template itself. */
export type MessageBundle = Readonly<Record<string, string>>;

/** Builds a message. Templates are literals at the call site, so that a script can collect them. */
export function say(template: string, args?: Readonly<Record<string, MessageArg>>): Message {
  return args === undefined ? { template } : { template, args };
}

/** Numbers as they stand in a file and as they are typed: 1001, not 1,001. */
export const asWritten = <K extends string>(
  numbers: Readonly<Record<K, number>>,
): Readonly<Record<K, string>> =>
  Object.fromEntries(Object.entries<number>(numbers).map(([name, value]) => [name, String(value)])) as Record<
    K,
    string
  >;

/** Text of a message. A hole without an argument stays visible, because a silent gap would hide the mistake. */
export function format(message: Message, bundle: MessageBundle = {}): string {
  const template = bundle[message.template] ?? message.template;
  return template.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const arg = message.args?.[name];
    return arg === undefined ? hole : formatArg(arg, bundle);
  });
}

function formatArg(arg: MessageArg, bundle: MessageBundle): string {
  if (typeof arg === 'string') return arg;
  if (typeof arg === 'number') return arg.toLocaleString('en-US');
  if (isList(arg)) return arg.map((part) => formatArg(part, bundle)).join(', ');
  return format(arg, bundle);
}

const isList = (arg: MessageArg): arg is readonly MessageArg[] => Array.isArray(arg);
