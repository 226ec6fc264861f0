/** Requests to routes that no sandbox of this process knows, and those that the test at hand announced. */
const seen: string[] = [];
const announced: RegExp[] = [];

/** Told by the log of a sandbox. */
export function tellUnknown(entry: object): void {
  if ('kind' in entry && entry.kind === 'unknown' && 'request' in entry) seen.push(String(entry.request));
}

/** The test is about requests such as `GET /elsewhere`, which get Azure's own refusal. */
export function announceUnknown(...requests: readonly RegExp[]): void {
  announced.push(...requests);
}

/** Requests that nobody announced; forgets everything, for the next test. */
export function takeUnknown(): readonly string[] {
  const unannounced = seen.filter((request) => !announced.some((one) => one.test(request)));
  seen.length = 0;
  announced.length = 0;
  return unannounced;
}
