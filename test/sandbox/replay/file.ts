import { exchangesOf } from './recording.js';
import { replay, type Played } from './replay.js';

/** A recording's text, played; or what is wrong with it. */
export async function replayText(
  text: string,
): Promise<{ readonly groups: readonly Played[] } | { readonly problem: string }> {
  const exchanges = exchangesOf(text);
  return 'problem' in exchanges ? exchanges : { groups: await replay(exchanges) };
}
