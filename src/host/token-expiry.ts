/** A token whose end cannot be read is asked for again this soon. VS Code keeps tokens, so that costs little. */
const shortLifeInMs = 5 * 60_000;

/** When a token ends, in milliseconds since 1970: `exp` of the JWT. Never throws. */
export function expiryOf(token: string, nowInMs: number): number {
  const [, payload = ''] = token.split('.');
  try {
    const claims = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as unknown;
    if (typeof claims !== 'object' || claims === null || !('exp' in claims)) return nowInMs + shortLifeInMs;
    return typeof claims.exp === 'number' && claims.exp > 0 ? claims.exp * 1000 : nowInMs + shortLifeInMs;
  } catch {
    return nowInMs + shortLifeInMs;
  }
}
