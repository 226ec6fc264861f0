import type { PlannerState } from '../../../src/wizard/state.js';
import { ready } from './chosen.js';
import { chooseOwn } from './choices.js';
import { planReady } from './plans.js';
import { today } from './story.js';
import { text } from './words.js';

const markup = '<img src=x onerror=alert(1)>';
const long = 'x'.repeat(300);

/** Words that want to break the page: markup, one endless word, very long lists. */
export const hostile: Readonly<Record<string, PlannerState>> = {
  'hostile: markup and endless words': {
    ...ready,
    cluster: { name: `${markup} ${long}`, where: text(`${long} · ${markup}`) },
    today: {
      ...today,
      answer: text(`${markup}{hole} ${long}`),
      pools: Array.from({ length: 40 }, (_, index) => ({
        name: `${long}${index}`,
        nodes: text('1'),
        subnet: text(`\`${long}\``),
        path: { name: text(long), code: long, icon: 'unknown' as const },
        addresses: Array.from({ length: 20 }, (__, last) => `203.0.113.${last}`),
      })),
    },
    choose: {
      ...chooseOwn(),
      choices: chooseOwn().choices.map((choice) => ({
        ...choice,
        source: { text: text(markup), url: 'javascript:alert(1)' },
      })),
    },
    plan: {
      ...planReady,
      steps: planReady.steps.map((step) => ({
        ...step,
        diff: Array.from({ length: 3000 }, (_, line) => ({ sign: '+' as const, text: `${line} ${long}` })),
      })),
    },
  },
};
