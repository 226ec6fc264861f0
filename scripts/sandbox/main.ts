import { mkdirSync } from 'node:fs';
import { createSandbox } from '../../src/sandbox/entry.js';
import { machineClock } from '../../src/host/node/clock.js';
import { memoryLog } from './memory-log.js';
import { orderOf, usage, type Order } from './order.js';
import { serveSandbox } from './server.js';
import { tellHowToConnect } from './telling.js';

/** Milliseconds between two looks whether whoever started us is still there. */
const lookEveryInMs = 500;

/** Runs until it is told to end. Answers the exit code. */
export async function main(argv: readonly string[], within: string): Promise<number> {
  const asked = orderOf(argv);
  switch (asked.kind) {
    case 'help':
      console.log(usage);
      return 0;
    case 'list':
      for (const { name, title, description } of scenarios())
        console.log(`${name.padEnd(20)} ${title}. ${description}`);
      return 0;
    case 'problem':
      console.error(`sandbox: ${asked.problem}`);
      return 2;
    case 'order':
      return run(asked.order, within);
  }
}

const scenarios = (): ReturnType<typeof createSandbox>['scenarios'] =>
  createSandbox({ log: memoryLog(), wallClock: machineClock }).scenarios;

async function run(order: Order, within: string): Promise<number> {
  mkdirSync(within, { recursive: true });
  const parent = process.ppid;
  const tell = (line: string): void => {
    if (order.isTelling || line.startsWith('The sandbox')) console.log(line);
  };
  try {
    const server = await serveSandbox(order, { within, tell });
    for (const line of await tellHowToConnect(server, process.platform)) console.log(line);
    await untilTold(parent);
    await server.stop();
    return 0;
  } catch (error) {
    console.error(`sandbox: ${wordsOf(error, order)}`);
    return 1;
  }
}

/** Resolves at Ctrl+C, when the terminal closes, and when whoever started us is gone. */
const untilTold = (parent: number): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
    // Nobody reads what we say any more.
    process.stdout.once('error', () => resolve());
    setInterval(() => {
      if (process.ppid !== parent || !isAlive(parent)) resolve();
    }, lookEveryInMs);
  });

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is somebody else's, and there.
    return codeOf(error) === 'EPERM';
  }
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;

function wordsOf(error: unknown, { httpsPort, httpPort }: Order): string {
  const port = error instanceof Error && 'port' in error ? Number(error.port) : 0;
  const option = port === httpPort && port !== httpsPort ? '--http-port' : '--port';
  if (codeOf(error) === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Choose another with ${option}=N, or leave ${option} out to get a free one.`;
  if (codeOf(error) === 'EACCES')
    return `Port ${port} is not given to you by this machine. Choose one above 1023 with ${option}=N, or leave ${option} out to get a free one.`;
  return error instanceof Error ? error.message : String(error);
}
