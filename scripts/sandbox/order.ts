/** What `npm run sandbox -- ...` was asked for. */
export interface Order {
  /** Ports; 0 is any free one. */
  readonly httpsPort: number;
  readonly httpPort: number;
  readonly scenario: string;
  /** How many times faster than the wall clock operations advance. */
  readonly speed: number;
  readonly seed?: number;
  /** Each request is told in a line. */
  readonly isTelling: boolean;
}

export type Asked =
  | { readonly kind: 'order'; readonly order: Order }
  | { readonly kind: 'help' }
  | { readonly kind: 'list' }
  | { readonly kind: 'problem'; readonly problem: string };

/** An update of two minutes takes six seconds: long enough to be watched, short enough to be waited for. */
const usualSpeed = 20;

export const usage = `npm run sandbox -- [options]

  --scenario=NAME    what is in it (tour); --list names them all
  --speed=N          operations advance N times faster than the clock (${usualSpeed}); 1 is Azure's own pace
  --port=N           port of https (any free one)
  --http-port=N      port of plain http (any free one)
  --seed=N           other ids
  --requests         tells each request in a line
  --list             names the scenarios, and ends`;

const problem = (text: string): Asked => ({ kind: 'problem', problem: text });

/** Reads the arguments. Never throws. */
export function orderOf(argv: readonly string[]): Asked {
  const given = new Map<string, string>();
  for (const argument of argv) {
    const [name, value] = splitOnce(argument);
    if (['--help', '-h'].includes(name)) return { kind: 'help' };
    if (name === '--list') return { kind: 'list' };
    if (!['--scenario', '--speed', '--port', '--http-port', '--seed', '--requests'].includes(name))
      return problem(`'${argument}' is no option of the sandbox.\n\n${usage}`);
    if (name !== '--requests' && (value === undefined || value === ''))
      return problem(`${name} needs a value: ${name}=...`);
    given.set(name, value ?? '');
  }
  const wrong = [
    ...['--port', '--http-port'].flatMap((name) => portProblem(name, given.get(name))),
    ...speedProblem(given.get('--speed')),
    ...seedProblem(given.get('--seed')),
  ];
  const [first] = wrong;
  if (first !== undefined) return problem(first);
  const seed = given.get('--seed');
  return {
    kind: 'order',
    order: {
      httpsPort: Number(given.get('--port') ?? 0),
      httpPort: Number(given.get('--http-port') ?? 0),
      scenario: given.get('--scenario') ?? 'tour',
      speed: Number(given.get('--speed') ?? usualSpeed),
      ...(seed === undefined ? {} : { seed: Number(seed) }),
      isTelling: given.has('--requests'),
    },
  };
}

const portProblem = (name: string, value: string | undefined): readonly string[] =>
  value === undefined || (/^\d{1,5}$/.test(value) && Number(value) <= 65_535)
    ? []
    : [`${name} is a number from 0 to 65535, not '${value}'.`];

const speedProblem = (value: string | undefined): readonly string[] =>
  value === undefined || (/^\d+(\.\d+)?$/.test(value) && Number(value) > 0)
    ? []
    : [`--speed is a number above 0, not '${value}'.`];

const seedProblem = (value: string | undefined): readonly string[] =>
  value === undefined || /^\d{1,9}$/.test(value) ? [] : [`--seed is a whole number, not '${value}'.`];

function splitOnce(argument: string): readonly [string, string?] {
  const index = argument.indexOf('=');
  return index < 0 ? [argument] : [argument.slice(0, index), argument.slice(index + 1)];
}
