/** Azure's own words when it refuses or fails, both of its error shapes kept whole. Nothing in it is a secret. */
export interface Refusal {
  /** HTTP status, absent when no answer came. */
  readonly status?: number;
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
