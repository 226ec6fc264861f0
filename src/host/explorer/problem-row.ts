import type { ListingProblem } from '../../core/inventory.js';
import { say, type Message } from '../../core/message.js';
import { refusalText } from '../azure-words.js';
import type { Row } from './row.js';

/** A part that could not be read, in its place, with a way on in its menu. */
export function problemRow({
  id,
  problem,
  tenantId,
}: {
  readonly id: string;
  readonly problem: ListingProblem;
  readonly tenantId?: string;
}): Row {
  const code = problem.azure?.code;
  const azure = problem.azure === undefined ? undefined : refusalText(problem.azure);
  return {
    id,
    label: waysOn[problem.kind],
    description:
      code === undefined ? problem.message : say('{code}: {message}', { code, message: problem.message }),
    icon: { kind: 'theme', name: icons[problem.kind], color: 'list.warningForeground' },
    context: isSignIn(problem) ? 'problem.signIn' : azure === undefined ? 'problem' : 'problem.azure',
    tooltip:
      azure === undefined ? problem.message : say('{ours}\n\n{azure}', { ours: problem.message, azure }),
    spoken: spoken(problem.message),
    children: 'none',
    problem: { problem, ...(tenantId === undefined ? {} : { tenantId }) },
  };
}

/** What to do, in the words that a narrow side bar still shows: the row above says what is missing. */
const waysOn: Readonly<Record<ListingProblem['kind'], Message>> = {
  signedOut: say('Sign in'),
  noConsent: say('Sign in to agree'),
  expired: say('Sign in again'),
  denied: say('Ask for the Reader role'),
  throttled: say('Wait a minute, then refresh'),
  offline: say('Check the connection, then refresh'),
  changesOff: say('Changes are off'),
  failed: say('Refresh to try again'),
};

const spoken = (message: Message): Message => say('Problem: {message}', { message });

export const isSignIn = ({ kind }: ListingProblem): boolean =>
  kind === 'signedOut' || kind === 'noConsent' || kind === 'expired';

const icons: Readonly<Record<ListingProblem['kind'], string>> = {
  signedOut: 'account',
  noConsent: 'account',
  expired: 'account',
  denied: 'lock',
  throttled: 'watch',
  offline: 'debug-disconnect',
  changesOff: 'lock',
  failed: 'warning',
};
