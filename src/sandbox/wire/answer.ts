import type { Json, JsonObject } from '../json.js';

/** An answer before it becomes a Response: what a route decides. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Json;
  /** Who speaks: the AKS resource provider prints its JSON with one space, the front door compactly. */
  readonly from: 'frontDoor' | 'aks' | 'network';
  /** Something else than JSON. */
  readonly text?: { readonly contentType: string; readonly content: string };
}

export const fromFrontDoor = (status: number, body?: Json, headers?: Answer['headers']): Answer => ({
  status,
  from: 'frontDoor',
  ...(body === undefined ? {} : { body }),
  ...(headers === undefined ? {} : { headers }),
});

export const fromAks = (status: number, body?: Json, headers?: Answer['headers']): Answer => ({
  ...fromFrontDoor(status, body, headers),
  from: 'aks',
});

export const fromNetwork = (status: number, body?: Json, headers?: Answer['headers']): Answer => ({
  ...fromFrontDoor(status, body, headers),
  from: 'network',
});

/** The front door's error: wrapped, and marked as the gateway's own. */
export const frontDoorError = (
  status: number,
  code: string,
  message: string,
  more: JsonObject = {},
): Answer =>
  fromFrontDoor(status, { error: { code, message, ...more } }, { 'x-ms-failure-cause': 'gateway' });

/** The AKS resource provider's error: not wrapped, with a subcode. */
export const aksError = (status: number, error: AksError): Answer =>
  fromAks(status, {
    code: error.code,
    details: error.details ?? null,
    message: error.message,
    subcode: error.subcode ?? '',
    ...(error.target === undefined ? {} : { target: error.target }),
  });

export interface AksError {
  readonly code: string;
  readonly message: string;
  readonly subcode?: string;
  readonly target?: string;
  readonly details?: readonly JsonObject[];
}

/** Microsoft.Network's error: wrapped, with details. */
export const networkError = (
  status: number,
  code: string,
  message: string,
  details: readonly JsonObject[] = [],
): Answer => fromNetwork(status, { error: { code, message, details } });

/** The code of an error body of either shape. */
export function codeOf(body: Json | undefined): string | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const { error, code } = body as JsonObject;
  const inner = typeof error === 'object' && error !== null ? (error as JsonObject)['code'] : code;
  return typeof inner === 'string' ? inner : undefined;
}
