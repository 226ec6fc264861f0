/**
 * Azure's own words when it refuses or fails, both of its error shapes kept whole; or, marked as such, what was seen on
 * this side where Azure said nothing. Nothing in it is a secret.
 */
export interface Refusal {
  /** HTTP status, absent when no answer came. */
  readonly status?: number;
  /** The words are not Azure's: a connection that broke, an answer that is none of Azure's. */
  readonly isOurs?: true;
  readonly code?: string;
  readonly subcode?: string;
  readonly target?: string;
  /** Verbatim. */
  readonly message: string;
  readonly requestId?: string;
  readonly correlationId?: string;
  /** The body's text, at most 8,192 characters. */
  readonly body?: string;
}
