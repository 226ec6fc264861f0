import type { Message } from './message.js';

/** Where a value was read. A span is half-open, in UTF-16 code units of the file's text. */
export type Origin =
  | { readonly kind: 'arm'; readonly resourceId: string; readonly property: string }
  | {
      readonly kind: 'literal' | 'default' | 'computed';
      readonly uri: string;
      readonly start: number;
      readonly end: number;
    };

/**
 * Why a value is not known. Azure's own words, where it refused, are inside `because`. `notAsked`: nobody has asked
 * for it yet, so that it may still come; every other reason is an answer.
 */
export interface Unknown {
  readonly kind: 'unknown';
  readonly reason:
    | 'notAsked'
    | 'notRead'
    | 'denied'
    | 'failed'
    | 'notFound'
    | 'odd'
    | 'notStatic'
    | 'parameter'
    | 'brokenSyntax';
  readonly because: Message;
  readonly origin: Origin;
}

/**
 * One value that we hold, or that we know to be absent, or the reason why we lack it.
 * Absent is knowledge: no `outboundType` means `loadBalancer`.
 */
export type Fact<T> =
  | { readonly kind: 'known'; readonly value: T; readonly origin: Origin }
  | { readonly kind: 'absent'; readonly origin: Origin }
  | Unknown;

export const known = <T>(value: T, origin: Origin): Fact<T> => ({ kind: 'known', value, origin });
export const absent = (origin: Origin): Fact<never> => ({ kind: 'absent', origin });
export const unknown = (reason: Unknown['reason'], because: Message, origin: Origin): Unknown => ({
  kind: 'unknown',
  reason,
  because,
  origin,
});

/** The value of a known fact, else undefined (absent and unknown alike: ask `kind` where that matters). */
export const valueOf = <T>(fact: Fact<T>): T | undefined => (fact.kind === 'known' ? fact.value : undefined);

/** The same fact with its value changed; absent and unknown pass through. */
export function mapFact<T, U>(fact: Fact<T>, change: (value: T) => U): Fact<U> {
  return fact.kind === 'known' ? known(change(fact.value), fact.origin) : fact;
}
