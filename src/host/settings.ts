import type { FileSeverity } from '../core/finding.js';
import { asWritten, say, type Message } from '../core/message.js';
import type { WorldChoice } from './world.js';

/** The extension's settings after narrowing; a hand-edited value that fits nothing counts as its default, or as the safer one. */
export interface Settings {
  readonly azure: WorldChoice;
  readonly allowChanges: boolean;
  readonly signIn: 'vscode' | 'azureCli';
  /** How many times faster than Azure a new sandbox runs. */
  readonly sandboxSpeed: number;
  readonly rules: Readonly<Record<string, FileSeverity | 'off'>>;
  readonly isBicepEnabled: boolean;
}

export interface NarrowedSettings {
  readonly settings: Settings;
  /** One sentence for each value that was not understood. */
  readonly problems: readonly Message[];
}

type Read = (name: string) => unknown;

/** Settings from whatever stands in settings.json. `read` gets the part behind `aksEgress.`. */
export function narrowSettings(read: Read): NarrowedSettings {
  const problems: Message[] = [];
  const choice = <T extends string>(name: string, choices: readonly T[], fallback: T): T => {
    const value = read(name);
    const found = choices.find((one) => one === value);
    if (found === undefined && value !== undefined)
      problems.push(
        say('The setting {name} is {value}; it may be {choices}. {fallback} is used instead.', {
          name: `aksEgress.${name}`,
          value: shown(value),
          choices,
          fallback,
        }),
      );
    return found ?? fallback;
  };
  const world = (value: unknown): WorldChoice => {
    if (value === undefined) return 'azure';
    if (value === 'azure' || value === 'sandbox') return value;
    problems.push(
      say(
        'The setting {name} is {value}; it may be azure or sandbox. No Azure is used until one of them is chosen.',
        { name: 'aksEgress.azure', value: shown(value) },
      ),
    );
    return 'none';
  };
  const flag = (name: string, fallback: boolean, whenOdd: boolean): boolean => {
    const value = read(name);
    if (typeof value === 'boolean') return value;
    if (value === undefined) return fallback;
    problems.push(
      say('The setting {name} is {value}; it may be true or false. {fallback} is used instead.', {
        name: `aksEgress.${name}`,
        value: shown(value),
        fallback: String(whenOdd),
      }),
    );
    return whenOdd;
  };
  const settings: Settings = {
    azure: world(read('azure')),
    // Somebody meant to say something about changes: until that is readable, none is made.
    allowChanges: flag('allowChanges', true, false),
    signIn: choice('signIn', ['vscode', 'azureCli'], 'vscode'),
    sandboxSpeed: speed(read('sandbox.speed'), problems),
    rules: ruleSeverities(read('rules'), problems),
    isBicepEnabled: flag('bicep.enabled', true, true),
  };
  return { settings, problems };
}

/** A change of outbound type takes about a minute then: long enough to be watched, left and resumed. */
const defaultSpeed = 2;
const slowest = 1;
const fastest = 1000;

function speed(value: unknown, problems: Message[]): number {
  if (value === undefined) return defaultSpeed;
  if (typeof value === 'number' && value >= slowest && value <= fastest) return value;
  problems.push(
    say(
      'The setting {name} is {value}; it may be a number from {slowest} to {fastest}. {fallback} is used instead.',
      {
        name: 'aksEgress.sandbox.speed',
        value: shown(value),
        ...asWritten({ slowest, fastest, fallback: defaultSpeed }),
      },
    ),
  );
  return defaultSpeed;
}

const severities: readonly (FileSeverity | 'off')[] = ['off', 'error', 'warning', 'information'];

function ruleSeverities(value: unknown, problems: Message[]): Settings['rules'] {
  if (value === undefined) return {};
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    problems.push(
      say(
        'The setting {name} is {value}; it is an object of rule ids and severities. Nothing of it is used.',
        {
          name: 'aksEgress.rules',
          value: shown(value),
        },
      ),
    );
    return {};
  }
  const entries = Object.entries(value as Readonly<Record<string, unknown>>).flatMap(([id, wanted]) => {
    const severity = severities.find((one) => one === wanted);
    if (severity !== undefined) return [[id, severity] as const];
    problems.push(
      say(
        'The setting {name} gives {id} the severity {value}; it may be {choices}. The rule keeps its own.',
        {
          name: 'aksEgress.rules',
          id,
          value: shown(wanted),
          choices: severities,
        },
      ),
    );
    return [];
  });
  return Object.fromEntries(entries);
}

/** A value as it stands in settings.json, short enough for a sentence. */
function shown(value: unknown): string {
  const json = JSON.stringify(value);
  return json.length > 60 ? `${json.slice(0, 57)}...` : json;
}
