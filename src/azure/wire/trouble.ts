import type { ListingProblem } from '../../core/inventory.js';
import { format, say, type Message } from '../../core/message.js';
import type { Refusal } from '../../core/refusal.js';
import { pageCode } from './arm.js';
import type { NoSuccess } from './reply.js';

/** An error that a person can act on; it fits `Trouble` of the host by shape. */
export interface AzureTrouble extends Error {
  readonly name: 'Trouble';
  readonly problem: ListingProblem;
}

export const trouble = (problem: ListingProblem): AzureTrouble =>
  Object.assign(new Error(format(problem.message)), { name: 'Trouble' as const, problem });

/** A trouble of ours, without Azure's words. */
export const refuse = (message: Message, kind: ListingProblem['kind'] = 'failed'): AzureTrouble =>
  trouble({ kind, message });

/** The trouble that writes are turned off. Nothing was sent. */
export const changesOff = (): AzureTrouble =>
  refuse(
    say('Nothing was sent: changes are turned off. Turn on the setting {setting} to allow them.', {
      setting: 'aksEgress.allowChanges',
    }),
    'changesOff',
  );

/** What could not be read, why, and the way on. `what` is the thing: "Clusters of subscription Contoso". */
export function problemOf(reply: NoSuccess, what: Message): ListingProblem {
  const azure: Refusal = reply.refusal;
  switch (reply.kind) {
    case 'signInNeeded':
      return lacksConsent(azure)
        ? {
            kind: 'noConsent',
            azure,
            message: say(
              '{what} cannot be read: nobody in this tenant has agreed to this sign-in. Ask its administrator for consent.',
              { what },
            ),
          }
        : {
            kind: 'expired',
            azure,
            message: say('{what} cannot be read until you sign in again.', { what }),
          };
    case 'noAnswer':
      if (isPage(azure)) return pageProblem(azure, what);
      return {
        kind: 'offline',
        azure,
        message: say('{what} cannot be read: Azure did not answer. Check the connection and try again.', {
          what,
        }),
      };
    case 'heldBack':
      return heldBackProblem(reply.because, azure, what);
    case 'refused':
      return refusedProblem(reply.status, azure, what);
  }
}

/** A page where an answer should be: of a proxy, of a network's own sign-in, or of a front door in trouble. */
const isPage = ({ code, body }: Refusal): boolean =>
  code === pageCode || (code === undefined && /^\s*<(!doctype|html)/i.test(body ?? ''));

const pageProblem = (azure: Refusal, what: Message): ListingProblem => ({
  kind: 'offline',
  azure,
  message: say(
    '{what} cannot be read: a web page came instead of an answer, from a proxy, from the sign-in of this network, or from Azure in trouble. Open any page in a browser, then try again.',
    { what },
  ),
});

function refusedProblem(status: number, azure: Refusal, what: Message): ListingProblem {
  if (lacksConsent(azure))
    return {
      kind: 'noConsent',
      azure,
      message: say(
        '{what} cannot be read: nobody in this tenant has agreed to this sign-in. Ask its administrator for consent.',
        { what },
      ),
    };
  if (status === 401)
    return {
      kind: 'expired',
      azure,
      message: say('{what} cannot be read until you sign in again.', { what }),
    };
  if (status === 403)
    return {
      kind: 'denied',
      azure,
      message: say(
        '{what} cannot be read: your account lacks the right to read it. Ask for the Reader role.',
        {
          what,
        },
      ),
    };
  if (status === 404)
    return {
      kind: 'failed',
      azure,
      message: say('{what} cannot be found. It was deleted or moved, or you may not see it.', { what }),
    };
  if (status === 429)
    return {
      kind: 'throttled',
      azure,
      message: say('{what} cannot be read now: Azure is limiting requests. Wait a minute and try again.', {
        what,
      }),
    };
  if (isPage(azure)) return pageProblem(azure, what);
  return {
    kind: 'failed',
    azure,
    message: say(
      '{what} cannot be read: Azure answered with an error. Try again; its words are beside this.',
      { what },
    ),
  };
}

function heldBackProblem(
  because: 'foreignHost' | 'notAllowed' | 'changesOff',
  azure: Refusal,
  what: Message,
): ListingProblem {
  if (because === 'changesOff') return changesOff().problem;
  const message =
    because === 'foreignHost'
      ? say('{what} cannot be read: Azure named another host, and nothing is sent there.', { what })
      : say('{what} was not sent: it is no change that a plan may make.', { what });
  return { kind: 'failed', azure, message };
}

/** Entra's codes for consent that is missing. Source: "Microsoft Entra error codes", read 2026-11-23. */
const lacksConsent = (azure: Refusal): boolean =>
  /AADSTS(65001|65004|90094|90008)\b/.test(`${azure.message} ${azure.body ?? ''}`) ||
  /consent_required|interaction_required_consent/.test(azure.code ?? '');
