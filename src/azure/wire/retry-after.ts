/**
 * How long Azure asks to wait, in milliseconds: `Retry-After` in seconds or as an HTTP date, else the time after which
 * Resource Graph's quota is full again (`x-ms-user-quota-resets-after: 00:00:05`, told with every answer, so it
 * counts only when the quota is used up). Undefined where it says nothing that can be read.
 */
export function retryAfterOf(
  headers: Readonly<Record<string, string | undefined>>,
  nowInMs: number,
): number | undefined {
  const named = headers['retry-after']?.trim() ?? '';
  if (/^\d{1,6}$/.test(named)) return Number(named) * 1000;
  // Only what looks like a date of HTTP: JavaScript reads "0.5" and "-1" as days of the year 2000 and 2001.
  const date = /^[A-Z][a-z]{2,8}, /.test(named) ? Date.parse(named) : Number.NaN;
  if (!Number.isNaN(date)) return Math.max(0, date - nowInMs);
  if (headers['x-ms-user-quota-remaining'] !== '0') return undefined;
  const [, hours, minutes, seconds] =
    /^(\d\d):(\d\d):(\d\d)/.exec(headers['x-ms-user-quota-resets-after'] ?? '') ?? [];
  if (hours === undefined) return undefined;
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}

const shortestInMs = 1000;

/**
 * A pause that Azure named, as far as it is heeded: never so short that asking again becomes a loop, never longer than
 * the caller can wait (a timer of more than 24 days would ring at once).
 */
export const heeded = (namedInMs: number, longestInMs: number): number =>
  Math.min(Math.max(namedInMs, shortestInMs), longestInMs);
