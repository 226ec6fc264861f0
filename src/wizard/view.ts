import { saidOf } from './copied-words.js';
import type { Session } from './session.js';
import type { PlannerState } from './state.js';
import type { At } from './view/at.js';
import { checkSection } from './view/check.js';
import { chooseSection } from './view/choose.js';
import { configureSection } from './view/configure.js';
import { footerOf } from './view/footer.js';
import { glanceOf } from './view/glance.js';
import { changeOf, noticeOf, readingOf, whereOf } from './view/head.js';
import { planSection } from './view/plan.js';
import { railOf } from './view/rail.js';
import { resultSection } from './view/result.js';
import { runSection } from './view/run.js';
import { todaySection } from './view/today.js';

/** The whole picture, every time: what the page shows is a function of the session and the time. */
export function view(session: Session, at: At): PlannerState {
  const sections = withoutMissing({
    today: todaySection(session),
    choose: chooseSection(session),
    configure: configureSection(session),
    check: checkSection(session, at),
    plan: planSection(session),
    run: runSection(session, at),
    result: resultSection(session, at),
  });
  return {
    version: 1,
    world: session.opening.world,
    cluster: { name: session.opening.cluster.name, where: whereOf(session) },
    reading: readingOf(session, at),
    ...changeOf(session),
    ...noticeOf(session),
    ...(session.copied === undefined
      ? {}
      : { copied: { what: session.copied, said: saidOf[session.copied] } }),
    glance: glanceOf(session),
    rail: railOf(session, sections),
    ...sections,
    footer: footerOf(session, at),
  };
}

type Present<T> = { readonly [K in keyof T]?: NonNullable<T[K]> };

/** A section that is not there yet is left out, not undefined: the picture is JSON. */
const withoutMissing = <T extends object>(sections: T): Present<T> =>
  Object.fromEntries(Object.entries(sections).filter(([, section]) => section !== undefined)) as Present<T>;
