import type { JsonObject } from '../json.js';
import type { Azure } from '../state/azure.js';
import type { AksError } from '../wire/answer.js';

/** A PUT of a cluster that is looked at before it is accepted. */
export interface Change {
  readonly azure: Azure;
  readonly apiVersion: string;
  readonly nowInMs: number;
  /** True for a cluster that is not there yet; `before` is then what it shall be. */
  readonly isNew?: true;
  /** The cluster's body now, at the newest api-version. */
  readonly before: JsonObject;
  /** What was sent. */
  readonly sent: JsonObject;
  /** The body that the cluster is asked to come to. */
  readonly desired: JsonObject;
}

/** AKS's refusal of a change, or undefined. Each looks at one thing. */
export type Rule = (change: Change) => Refusal | undefined;

export interface Refusal extends AksError {
  readonly status: number;
  /** The front door's own refusal, in its shape. */
  readonly isFrontDoor?: true;
}

export const badRequest = (code: string, message: string, target?: string): Refusal => ({
  status: 400,
  code,
  message,
  ...(target === undefined ? {} : { target }),
});
