import { partOf } from '../around.js';
import { ifAny } from '../fact-logic.js';
import { say, type Message } from '../message.js';
import { defineRule } from '../rule.js';
import type { MaintenanceFacts } from '../surroundings.js';

/** P49. AKS docs, Use planned maintenance, read 2026-11-23. */
export const maintenancePlanned = defineRule({
  id: 'aks-maintenance-planned',
  title: say('No maintenance of AKS itself is planned for the cluster'),
  severity: { live: 'info', file: 'none' },
  needs: (facts, target) => {
    if (target === undefined) return undefined;
    return { windows: ifAny(partOf(facts, 'maintenance', facts.around?.maintenance)) };
  },
  *check({ windows }) {
    if (windows === undefined) return;
    yield {
      about: 'windows',
      title: say('AKS has maintenance windows here: choose another hour'),
      message: say(
        'Planned: {windows}. While AKS works on the cluster it refuses other changes with OperationNotAllowed.',
        { windows: mapWords(windows) },
      ),
      remedy: { text: say('Start outside these hours.') },
    };
  },
});

const mapWords = (windows: readonly MaintenanceFacts[]): readonly Message[] =>
  windows.map(({ name, dayOfWeek, startTime, utcOffset, durationInHours }) => {
    const at = [dayOfWeek, startTime, utcOffset].filter((part) => part !== undefined).join(' ');
    if (at === '') return say('{name}', { name });
    return durationInHours === undefined
      ? say('{name} ({at})', { name, at })
      : say('{name} ({at}, {hours} h)', { name, at, hours: durationInHours });
  });
