/**
 * A line without what opens doors: bearer tokens, signed parts of an operation's URL, secrets in JSON or query
 * strings. The log may be sent to somebody as it is.
 */
export function redact(line: string): string {
  return line
    .replace(/\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)*/g, '(token)')
    .replace(
      /\b(Bearer|SharedKey|Basic)\s+(?!error=|realm=|authorization_uri=)[\w.~+/=-]{8,}/gi,
      '$1 (token)',
    )
    .replace(/\bclaims="[^"]*"/gi, 'claims="(claims)"')
    .replace(/([?&](?:t|c|s|h|sig|se|sp|sv|code|access_token|client_secret)=)[^&\s"']+/gi, '$1(signed)')
    .replace(
      /("(?:access_?token|refresh_?token|id_?token|client_?secret|password)"\s*:\s*")[^"]*/gi,
      '$1(secret)',
    );
}
