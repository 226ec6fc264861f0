import { html, render, type TemplateResult } from 'lit';
import { format, say, type Message, type MessageBundle } from '../src/core/message.js';
import type { Intent } from '../src/wizard/intent.js';
import type { PlannerState, SectionId } from '../src/wizard/state.js';
import { announcement } from './announce.js';
import { arrivalAt } from './arrival.js';
import { createDrafts } from './drafts.js';
import { describeFields, putCaret } from './elements.js';
import type { Face, Layout, Place } from './face.js';
import { fieldFor, focusPlace, restoreFocus } from './focus.js';
import { doNext, footer } from './parts/footer.js';
import { head } from './parts/head.js';
import { rail, showInRow } from './parts/rail.js';
import { plain } from './prose.js';
import { sectionInView } from './scroll-spy.js';
import { sections } from './sections/sections.js';

export interface Picture {
  readonly state: PlannerState;
  readonly words: MessageBundle;
}

export interface Planner {
  /** Draws a whole state. The focus, the caret and what is being typed stay. */
  show(picture: Picture): void;
  readonly layout: () => Layout;
}

interface Surroundings {
  readonly root: HTMLElement;
  readonly send: (intent: Intent) => void;
  readonly layout: Layout;
  /** A view was changed that should survive a reload. */
  readonly viewChanged: () => void;
}

/** How long a wish to go on waits for the host's answer to what was typed. Later it would come as a surprise. */
const patienceInMs = 2000;

/** The page over one element. What it shows is the last state; its own are the view and what is being typed. */
export function createPlanner({ root, send, layout: firstLayout, viewChanged }: Surroundings): Planner {
  let shown: Picture | undefined;
  let layout = firstLayout;
  let current: string | undefined;
  let pinned: { readonly section: SectionId; readonly atY: number } | undefined;
  let wantedOnAtInMs: number | undefined;
  const drafts = createDrafts(send);

  const face = (): Face => ({
    speak: (message: Message) => format(message, shown?.words),
    send,
    goTo,
    goOn,
    copied: shown?.state.copied,
    drafts,
    layout,
    lay(wanted) {
      layout = wanted;
      draw();
      viewChanged();
    },
  });

  const draw = (): void => {
    if (shown === undefined) return;
    const place = focusPlace();
    render(pageOf(shown.state, current, face()), root);
    describeFields(root);
    restoreFocus(place);
  };

  const follow = (): void => {
    // A section that was jumped to is the one being read, also where it is too short to reach the top.
    if (pinned?.atY !== window.scrollY) pinned = undefined;
    const inView = pinned?.section ?? sectionInView(root);
    if (inView === current) return;
    current = inView;
    draw();
    showInRow(root.querySelector('.rail [aria-current]'));
  };

  const jumpTo = (section: SectionId, field?: Element): void => {
    if (field === undefined) document.getElementById(section)?.scrollIntoView({ block: 'start' });
    else field.scrollIntoView({ block: 'center' });
    pinned = { section, atY: window.scrollY };
    follow();
  };

  function goTo({ goTo: section, focus }: Place): void {
    const field = focus && fieldFor(focus);
    jumpTo(section, field);
    if (field === undefined) document.getElementById(`${section}-answer`)?.focus({ preventScroll: true });
    else putCaret(field);
  }

  function goOn(): void {
    if (shown === undefined) return;
    // What was typed last may change what is next: the host's answer to it decides.
    if (drafts.flush()) wantedOnAtInMs = performance.now();
    else doNext(shown.state, face());
  }

  const goOnIfWanted = ({ state }: Picture): void => {
    const isWanted = wantedOnAtInMs !== undefined && performance.now() - wantedOnAtInMs < patienceInMs;
    wantedOnAtInMs = undefined;
    if (isWanted) doNext(state, face());
  };

  document.addEventListener('scroll', follow, { passive: true });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || shown === undefined) return;
    event.preventDefault();
    // A key that is held down is one act.
    if (event.repeat) return;
    goOn();
  });

  return {
    show(picture) {
      const arrival = arrivalAt(shown?.state, picture.state);
      shown = picture;
      drafts.settle();
      draw();
      if (arrival === undefined) follow();
      else jumpTo(arrival);
      goOnIfWanted(picture);
    },
    layout: () => layout,
  };
}

function pageOf(state: PlannerState, current: string | undefined, face: Face): TemplateResult {
  return html`<div class="planner">
    ${rail(state, current, face)}
    <main class="document" aria-label=${face.speak(say('Plan of {name}', { name: state.cluster.name }))}>
      ${head(state, face)} ${sections(state, face)}
    </main>
    ${footer(state, face)}
    <p class="visually-hidden" role="status">${plain(face.speak(announcement(state)))}</p>
    <p class="visually-hidden" role="status">${face.copied && plain(face.speak(face.copied.said))}</p>
  </div>`;
}
