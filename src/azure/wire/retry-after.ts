/**
 * How long Azure asks to wait, in milliseconds: `Retry-After` in seconds or as a date, else the time after which
 * Resource Graph's quota is full again (`x-ms-user-quota-resets-after: 00:00:05`, told with every answer, so it
 * counts only when the quota is used up). Undefined where it says nothing that can be read.
 */
export function retryAfterOf(
  headers: Readonly<Record<string, string | undefined>>,
  nowInMs: number,
): number | undefined {
  const named = headers['retry-after']?.trim() ?? '';
  if (/^\d{1,6}$/.test(named)) return Number(named) * 1000;
  const date = named === '' ? Number.NaN : Date.parse(named);
  if (!Number.isNaN(date)) return Math.max(0, date - nowInMs);
  if (headers['x-ms-user-quota-remaining'] !== '0') return undefined;
  const [, hours, minutes, seconds] =
    /^(\d\d):(\d\d):(\d\d)/.exec(headers['x-ms-user-quota-resets-after'] ?? '') ?? [];
  if (hours === undefined) return undefined;
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}
