import { html, type TemplateResult } from 'lit';

/** What stands between backticks, and IPv4 addresses and ranges. */
const pieces = /`([^`]+)`|\b\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?\b/g;

/** Text with its addresses and its `code` set in the editor's font, so that they can be read digit by digit. */
export function prose(text: string): readonly (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let end = 0;
  for (const match of text.matchAll(pieces)) {
    parts.push(text.slice(end, match.index), html`<code>${match[1] ?? match[0]}</code>`);
    end = match.index + match[0].length;
  }
  return [...parts, text.slice(end)];
}

/** The same text where only characters can stand: in a title, a label, a live region. */
export const plain = (text: string): string => text.replaceAll('`', '');
