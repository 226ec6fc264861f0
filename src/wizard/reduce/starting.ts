import { valueOf } from '../../core/fact.js';
import { declaredTypeOf } from '../../core/declared.js';
import { egressAddressesOf } from '../../core/egress-addresses.js';
import type { ClusterFacts } from '../../core/facts.js';
import { say } from '../../core/message.js';
import { lastSeenAddresses, whyNotByType } from '../../core/unfinished.js';
import type { StartOrder } from '../../core/run-outcome.js';
import { startDialog } from '../dialogs.js';
import { startHindrance } from '../hindrance.js';
import type { Intent } from '../intent.js';
import type { Moved, Session } from '../session.js';
import { without } from '../session.js';
import { dropped, moved } from './moved.js';

/** Asks the person in the host's own dialog. Nothing on the page starts anything. */
export function askToStart(session: Session, intent: Extract<Intent, { kind: 'start' }>): Moved {
  if (session.dialog !== undefined) return dropped(session, 'a start while a dialog is open');
  const hindrance = startHindrance(session);
  if (hindrance !== undefined) return dropped(session, `a start that is not possible: ${hindrance.template}`);
  const { digest } = session.judgement ?? {};
  if (digest === undefined || digest !== intent.digest) return anotherPlan(session);
  const asking: Session = { ...without(session, 'notice'), dialog: { question: 'start', digest } };
  return moved(asking, startDialog(session));
}

/** The person said yes: to the plan of this digest, and to no other. */
export function begin(session: Session, digest: string | undefined): Moved {
  if (digest === undefined || session.judgement?.digest !== digest) return anotherPlan(session);
  const hindrance = startHindrance(session);
  if (hindrance !== undefined)
    return moved(
      {
        ...session,
        notice: { mark: 'blocked', text: say('Nothing was started. {reason}', { reason: hindrance }) },
      },
      { kind: 'log', line: `not started: ${hindrance.template}` },
    );
  const order = orderOf(session, digest);
  if (order === undefined) return dropped(session, 'a start without a plan');
  return moved(
    {
      ...without(session, 'notice'),
      run: { status: 'starting', past: false },
      confirmed: { digest, results: session.judgement.results },
    },
    { kind: 'start', order },
  );
}

/** The same plan once more, over a lock that nobody can judge. */
export function beginOver(session: Session, digest: string | undefined): Moved {
  const begun = begin(session, digest);
  return {
    ...begun,
    effects: begun.effects.map((effect) =>
      effect.kind === 'start' ? { ...effect, order: { ...effect.order, evenIfHeld: true } } : effect,
    ),
  };
}

function orderOf({ judgement, reading }: Session, digest: string): StartOrder | undefined {
  if (judgement?.plan === undefined || reading.held === undefined) return undefined;
  return {
    plan: judgement.plan,
    digest,
    reading: reading.held.reading,
    addressesBefore: addressesNow(reading.held.reading.facts),
  };
}

/** Where Azure left its work unfinished, the addresses that were seen last: their keepers are told after a repeat. */
function addressesNow(facts: ClusterFacts): readonly string[] {
  const addresses = valueOf(egressAddressesOf(facts));
  if (addresses !== undefined) return addresses.map(({ address }) => address);
  const type = valueOf(declaredTypeOf(facts.cluster));
  return type === undefined || whyNotByType(facts, type) === undefined ? [] : lastSeenAddresses(facts, type);
}

const anotherPlan = (session: Session): Moved =>
  moved(
    {
      ...session,
      notice: {
        mark: 'warning',
        text: say(
          'Nothing was started: the plan has changed meanwhile. This is the new one; look at it again.',
        ),
      },
    },
    { kind: 'log', line: 'dropped: a start of a plan that is no longer on the screen' },
  );
