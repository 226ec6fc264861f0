import { html, type TemplateResult } from 'lit';
import type { PlannerState, SectionId } from '../../src/wizard/state.js';
import type { Face } from '../face.js';
import { laterSection } from '../parts/section.js';
import { checkSection } from './check.js';
import { chooseSection } from './choose.js';
import { configureSection } from './configure.js';
import { planSection } from './plan.js';
import { failedSection, readingSection } from './reading.js';
import { resultSection } from './result.js';
import { runSection } from './run.js';
import { todaySection } from './today.js';

/** A section's picture, or undefined while it has nothing to show. */
type Draw = (state: PlannerState, name: string, face: Face) => TemplateResult | undefined;

const draws: Readonly<Record<SectionId, Draw>> = {
  today({ today, reading, cluster }, name, face) {
    if (today !== undefined) return todaySection(today, name, face);
    if (reading.kind === 'failed') return failedSection(reading, name, face);
    if (reading.kind === 'reading') return readingSection(cluster.name, name, face);
    return undefined;
  },
  choose: ({ choose }, name, face) => choose && chooseSection(choose, name, face),
  configure: ({ configure }, name, face) => configure && configureSection(configure, name, face),
  check: ({ check }, name, face) => check && checkSection(check, name, face),
  plan: ({ plan }, name, face) => plan && planSection(plan, name, face),
  run: ({ run, result }, name, face) =>
    run && runSection(run, { name, hasResult: result !== undefined }, face),
  result: ({ result }, name, face) => result && resultSection(result, name, face),
};

/** All sections in the rail's order. */
export const sections = (state: PlannerState, face: Face): readonly TemplateResult[] =>
  state.rail.map((entry) => {
    const drawn = draws[entry.id](state, face.speak(entry.name), face);
    return html`${drawn ?? laterSection(entry, face)}`;
  });
