/**
 * Text from Azure without what would let a reader act in its place: bearer tokens, and the query of an
 * operation's signed address (`&t=...&c=...&s=...&h=...`). Everything else stays as Azure wrote it.
 */
export function withoutSecrets(text: string): string {
  return text
    .replace(/\b(https?:\/\/[^\s"'<>?]+)\?[^\s"'<>]*/gi, (whole, address: string) =>
      isSigned(whole) ? `${address}?(signature left out)` : whole,
    )
    .replace(/\bBearer\s+[\w.~+/-]{16,}=*/gi, 'Bearer (left out)')
    .replace(/\beyJ[\w-]{8,}\.[\w-]{8,}(\.[\w-]*)?/g, '(token left out)');
}

const isSigned = (address: string): boolean =>
  /[?&;](t|c|s|h|sig|signature|token|code|access_token)=/i.test(address.replaceAll('\\u0026', '&'));
