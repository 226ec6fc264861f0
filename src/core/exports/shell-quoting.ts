/** One word for a POSIX shell, whatever is in it. Line breaks and other controls become blanks. */
export function shellWord(text: string): string {
  const plain = withoutControls(text);
  return /^[\w@%+=:,./-]+$/.test(plain) ? plain : `'${plain.replaceAll("'", String.raw`'\''`)}'`;
}

/** A comment that cannot become a command. */
export const shellComment = (text: string): string => `# ${withoutControls(text)}`;

const withoutControls = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');
