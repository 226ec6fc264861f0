import { say, type Message } from '../../core/message.js';
import type { Settings } from '../settings.js';

/** One sentence for each rule of `aksEgress.rules` that is none. The rules live in another bundle than the settings. */
export function unknownRules({ rules }: Settings, known: readonly string[]): readonly Message[] {
  return Object.keys(rules)
    .filter((id) => !known.includes(id))
    .map((id) =>
      say(
        'The setting {name} names {id}, and there is no such rule, so this line does nothing. The id of a rule stands in its message, as in {example}.',
        { name: 'aksEgress.rules', id, example: 'aks-udr-without-subnet' },
      ),
    );
}
