import { valueOf } from '../../core/fact.js';
import { egressAddressesOf } from '../../core/egress-addresses.js';
import { azCommands } from '../../core/exports/az-cli.js';
import { sandboxNote } from '../../core/exports/made-in.js';
import { planAsMarkdown } from '../../core/exports/markdown.js';
import { planAsJson } from '../../core/exports/plan-json.js';
import { shellComment } from '../../core/exports/shell-quoting.js';
import { format } from '../../core/message.js';
import type { Effect } from '../effect.js';
import { saidOf } from '../copied-words.js';
import type { Copied } from '../event.js';
import type { Intent } from '../intent.js';
import { shutOutAfter } from '../shut-out.js';
import { asConfirmed } from '../as-confirmed.js';
import { tellOwners } from '../tell-owners.js';
import { azureWordsAtHand } from '../azure-words.js';
import { planInSight } from '../plan-in-sight.js';
import { bodiesOf } from '../step-bodies.js';
import type { Moved, Session } from '../session.js';
import { dropped, moved } from './moved.js';

type IntentOf<K extends Intent['kind']> = Extract<Intent, { kind: K }>;

/** What one step sends, beside what stands before it, in the editor's own diff. */
export function openDiff(session: Session, { stepId }: IntentOf<'openDiff'>): Moved {
  const sight = planInSight(session);
  const bodies = sight === undefined ? undefined : bodiesOf(sight, stepId);
  if (bodies === undefined) return dropped(session, 'a diff of a step that is not in the plan');
  const { step, before, after } = bodies;
  return moved(session, {
    kind: 'openDiff',
    stepId,
    title: step.title,
    before: before ?? {},
    after: after ?? {},
  });
}

export function openRule(session: Session, { ruleId }: IntentOf<'openRule'>): Moved {
  const spoken = [...(session.judgement?.results ?? []), ...(session.confirmed?.results ?? [])];
  const isKnown = spoken.some((result) => result.ruleId === ruleId);
  return isKnown
    ? moved(session, { kind: 'openRule', ruleId })
    : dropped(session, 'a rule that did not speak');
}

export function copy(session: Session, { what }: IntentOf<'copy'>): Moved {
  const text = textOf(session, what);
  if (text === undefined || text === '') return dropped(session, `nothing to copy as ${what}`);
  return moved(session, { kind: 'copy', what, text, said: saidOf[what] });
}

function textOf(session: Session, what: Copied): string | undefined {
  switch (what) {
    case 'addresses': {
      const { held } = session.reading;
      const addresses = held === undefined ? undefined : valueOf(egressAddressesOf(held.reading.facts));
      return addresses?.map(({ address }) => address).join('\n');
    }
    case 'newAddresses':
      return session.run?.record === undefined ? undefined : tellOwners(session.run.record)?.now.join('\n');
    case 'message': {
      const told = session.run?.record === undefined ? undefined : tellOwners(session.run.record);
      return told === undefined
        ? undefined
        : noted(session, told.lines.map((line) => format(line)).join('\n'));
    }
    case 'rangesCommand': {
      const record = session.run?.record;
      const command = record === undefined ? undefined : shutOutAfter(session, record)?.command;
      return command === undefined ? undefined : noted(session, command, shellComment);
    }
    case 'azCommands': {
      const sight = planInSight(session);
      return sight === undefined ? undefined : azCommands(sight.plan, session.opening.world.kind);
    }
    case 'refusal': {
      const refusal = azureWordsAtHand(session);
      const { kind } = session.opening.world;
      const whole = kind === 'sandbox' ? { madeIn: kind, ...refusal } : refusal;
      return refusal === undefined ? undefined : JSON.stringify(whole, undefined, 2);
    }
  }
}

/** Words for others that leave the sandbox say where they come from. */
const noted = (session: Session, text: string, written = (note: string): string => `${note}\n`): string =>
  session.opening.world.kind === 'sandbox' ? `${written(format(sandboxNote))}\n${text}` : text;

/** The plan as a document of its own. */
export function exportPlan(session: Session, intent: IntentOf<'export'>): Moved {
  const sight = planInSight(session);
  if (sight === undefined) return dropped(session, 'an export without a plan');
  const name = `${sight.plan.clusterName.replaceAll(/[^\w.-]/g, '-')}-egress`;
  switch (intent.format) {
    case 'azCli':
      return exported(
        session,
        'shellscript',
        `${name}.sh`,
        azCommands(sight.plan, session.opening.world.kind),
      );
    case 'markdown':
      return exported(
        session,
        'markdown',
        `${name}.md`,
        planAsMarkdown(sight.plan, {
          // During and after a run: what was accepted for it, not what is judged of the next choice.
          results: (asConfirmed(session) ?? session.judgement)?.results ?? [],
          format,
          madeIn: session.opening.world.kind,
        }),
      );
    case 'json':
      return exported(session, 'json', `${name}.json`, planAsJson(sight.plan, session.opening.world.kind));
  }
}

const exported = (
  session: Session,
  languageId: Extract<Effect, { kind: 'export' }>['languageId'],
  fileName: string,
  text: string,
): Moved => moved(session, { kind: 'export', languageId, fileName, text });
