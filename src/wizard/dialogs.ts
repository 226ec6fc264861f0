import type { Message } from '../core/message.js';
import { say } from '../core/message.js';
import { lostOnce } from './lost-words.js';
import { repeatSafety } from './repeat-safety.js';
import { foldRun } from '../core/run.js';
import type { Consequence } from './consequences.js';
import { consequencesOf } from './consequences.js';
import type { Effect } from './effect.js';
import { sortFindings } from './findings.js';
import type { Session } from './session.js';
import { thingNamed } from './thing-named.js';
import { counted, duration, lines } from './words.js';
import { targetsInText } from '../core/outbound-type.js';
import type { Plan } from '../core/plan.js';
import { groupIn } from '../core/own-network/places.js';
import { reconciles } from '../core/reconcile.js';
import { keyOf } from '../core/target.js';

type Confirm = Extract<Effect, { kind: 'confirm' }>;

/** Where it would act, unmistakably: the first line of every dialog. */
function place({ opening }: Session): Message {
  if (opening.world.kind === 'sandbox') return say('Sandbox: nothing reaches Azure.');
  const { cluster } = opening;
  return say('Azure, for real: cluster {cluster} in resource group {group}, subscription {subscription}.', {
    cluster: cluster.name,
    group: cluster.resourceGroup,
    subscription: cluster.subscriptionName ?? cluster.subscriptionId,
  });
}

/** The three consequences, and every warning and unknown that a yes accepts. */
export function startDialog(session: Session): Confirm {
  const { judgement, reading, opening } = session;
  const plan = judgement?.plan;
  const facts = reading.held?.reading.facts;
  const consequences =
    plan === undefined || facts === undefined ? [] : consequencesOf(facts, plan.target, plan);
  const { warnings, unknown } = sortFindings(judgement?.results ?? [], plan);
  const isSandbox = opening.world.kind === 'sandbox';
  return {
    kind: 'confirm',
    question: 'start',
    title: plan === undefined ? say('Change {cluster}?', { cluster: opening.cluster.name }) : titleOf(plan),
    detail: lines([
      place(session),
      say(''),
      ...consequences.map(consequenceLine),
      ...(plan === undefined ? [] : createdLines(plan)),
      ...accepted(
        say('You accept:'),
        warnings.map(({ title }) => title),
      ),
      ...accepted(
        say('Could not be checked, and you accept that:'),
        unknown.map(({ title }) => title),
      ),
    ]),
    yes: isSandbox ? say('Start in the Sandbox') : say('Start in Azure'),
  };
}

function titleOf(plan: Plan): Message {
  const { clusterName: cluster, from, target } = plan;
  const to = keyOf(target);
  if (reconciles(plan)) return say('Let Azure finish its work on {cluster}?', { cluster });
  if (from.key === to) return say('Change the options of {cluster}?', { cluster });
  return from.key === undefined
    ? say('Change {cluster} to {to}?', { cluster, to: targetsInText[to] })
    : say('Change {cluster} from {from} to {to}?', {
        cluster,
        from: targetsInText[from.key],
        to: targetsInText[to],
      });
}

/** What will be there that was not, where, and whose bill it is on. */
function createdLines({ steps }: Plan): readonly Message[] {
  const created = steps.filter(
    ({ send }) => send.kind === 'network' && 'create' in send && !isRoute(send.resourceId),
  );
  const [first] = created;
  if (first === undefined) return [];
  return [
    say('Created in resource group {group}: {things}', {
      group: groupIn(first.send.resourceId),
      things: created.map(thingNamed),
    }),
  ];
}

/** A route is a line in a table that is there. */
const isRoute = (id: string): boolean => /\/routes\/[^/]+$/i.test(id);

/** The way back and the interruption are whole sentences; addresses are told with those they replace. */
function consequenceLine({ term, value, detail, whole }: Consequence): Message {
  if (whole !== undefined || detail === undefined)
    return say('{term}: {value}', { term, value: whole ?? value });
  return say('{term}: {value} ({detail})', { term, value, detail });
}

/** A modal is no document: beyond eight the rest is counted. */
const mostListed = 8;

function accepted(head: Message, titles: readonly Message[]): readonly Message[] {
  if (titles.length === 0) return [];
  const rest = titles.length - mostListed;
  return [
    say(''),
    head,
    ...titles.slice(0, mostListed).map((title) => say('• {title}', { title })),
    ...(rest > 0
      ? [
          counted(
            rest,
            say('• 1 more, listed under Check'),
            say('• {count} more, listed under Check', { count: rest }),
          ),
        ]
      : []),
  ];
}

export const abortDialog = (session: Session): Confirm => ({
  kind: 'confirm',
  question: 'abort',
  title: say('Ask Azure to abort the change of {cluster}?', { cluster: session.opening.cluster.name }),
  detail: lines([
    place(session),
    say(''),
    say('Azure stops its work as soon as it can. What it has done already is not taken back.'),
    say('The cluster may be left in state Canceled or Failed, and needs a new plan then.'),
    say('To only stop watching, choose "Stop watching" instead: Azure then carries on.'),
  ]),
  yes: say('Abort in Azure'),
});

export const giveUpDialog = (session: Session): Confirm => ({
  kind: 'confirm',
  question: 'giveUp',
  title: say('Give up the run of {cluster}?', { cluster: session.opening.cluster.name }),
  detail: lines([
    place(session),
    say(''),
    say('The run is closed in the journal, and cannot be resumed any more.'),
    say('Azure is not touched: what it has begun goes on without being watched.'),
  ]),
  yes: say('Give Up the Run'),
});

export function repeatDialog(session: Session): Confirm {
  const record = session.run?.record;
  const stepId = record === undefined ? undefined : foldRun(record).question?.stepId;
  const step = record?.plan.steps.find(({ id }) => id === stepId);
  const title = step?.title ?? say('the step');
  return {
    kind: 'confirm',
    question: 'repeat',
    title: say('Send "{title}" again?', { title }),
    detail: lines([
      place(session),
      say(''),
      ...(record === undefined
        ? []
        : [lostOnce(record, stepId ?? '', thingNamed(step)), repeatSafety(record)]),
    ]),
    yes: say('Send Again'),
  };
}

export const takeOverDialog = (session: Session): Confirm => ({
  kind: 'confirm',
  question: 'takeOver',
  title: say('Take over the right to change {cluster}?', { cluster: session.opening.cluster.name }),
  detail: lines([
    place(session),
    say(''),
    say('{by} took it {age} ago, and from here nobody can tell whether it still works.', {
      by: session.run?.held?.by ?? '?',
      age: duration(session.run?.held?.ageInMs ?? 0),
    }),
    say('If it does, two of you may change the same cluster. Take over only when you know that it does not.'),
  ]),
  yes: say('Take Over'),
});
