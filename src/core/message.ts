/** What a message may be filled with. A list is joined with commas; a message is formatted in place. */
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
