import type { Message } from '../../core/message.js';
import { say } from '../../core/message.js';
import { foldRun } from '../../core/run.js';
import type { RunRecord } from '../../core/run-record.js';
import { writesHindrance } from '../hindrance.js';
import { canBeAborted, runsBesideCluster } from '../run-situation.js';
import type { Session } from '../session.js';
import type { Act } from '../state.js';

/** Acts that stand in more than one place: the same words everywhere. */
export const refreshAct: Act = { label: say('Read again'), intent: { kind: 'refresh' } };
export const signInAct: Act = { label: say('Sign in'), intent: { kind: 'signIn' } };
export const planAgainAct: Act = {
  label: say('Plan again'),
  intent: { kind: 'planAgain' },
  meaning: say('The cluster is read again. Your choice stays, the checks run anew, and nothing is sent.'),
};
export const copyRefusalAct: Act = {
  label: say('Copy the error'),
  intent: { kind: 'copy', what: 'refusal' },
};
export const copyMessageAct: Act = {
  label: say('Copy message for firewall owners'),
  intent: { kind: 'copy', what: 'message' },
};
export const copyNewAddressesAct: Act = {
  label: say('Copy new addresses'),
  intent: { kind: 'copy', what: 'newAddresses' },
};
export const copyRangesCommandAct: Act = {
  label: say('Copy the az command that lets them in'),
  intent: { kind: 'copy', what: 'rangesCommand' },
  meaning: say(
    'It goes through Azure, not through the API server, so you cannot lock yourself out. The list takes up to 2 minutes to apply.',
  ),
};
export const openPortalAct: Act = { label: say('Open in portal'), intent: { kind: 'openPortal' } };

export const resumeAct: Act = {
  label: say('Resume'),
  intent: { kind: 'resume' },
  meaning: say('The cluster is asked where it stands. Nothing is sent before you say Continue.'),
};

export const detachAct: Act = {
  label: say('Stop watching'),
  intent: { kind: 'detach' },
  meaning: say(
    'Azure carries on. The step finishes there; a next step waits until you resume. Nothing is sent twice.',
  ),
};

export const giveUpAct: Act = {
  label: say('Give up this run…'),
  intent: { kind: 'giveUp' },
  meaning: say('The run is closed in the journal. Azure is not touched: what it has begun goes on.'),
};

export const takeOverAct: Act = {
  label: say('Take over…'),
  intent: { kind: 'takeOver' },
  meaning: say('Only when you know that nobody else is changing this cluster.'),
};

export function abortAct(session: Session, record: RunRecord): Act {
  const act: Act = {
    label: say('Abort in Azure…'),
    intent: { kind: 'abort' },
    meaning: say(
      'Azure is asked to drop the step. The cluster may be left Canceled or Failed, and needs a new plan.',
    ),
  };
  const disabled = whyNoAbort(session, record);
  return disabled === undefined ? act : { ...act, disabled };
}

function whyNoAbort(session: Session, record: RunRecord): Message | undefined {
  if (foldRun(record).abortRequested) return say('Azure has been asked to abort.');
  if (!canBeAborted(record) && runsBesideCluster(record))
    return say('Only a change of the cluster itself can be stopped. This step ends by itself.');
  if (!canBeAborted(record)) return say('Nothing runs in Azure right now.');
  return writesHindrance(session);
}

/** Disabled, with the reason, where nothing may be sent. */
export function sending(session: Session, act: Act): Act {
  const disabled = writesHindrance(session);
  return disabled === undefined ? act : { ...act, disabled };
}
