// Ports for editors: an address that stays the same between starts, because the browser keeps a window's state by address.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const systemsRange = '/proc/sys/net/ipv4/ip_local_port_range';
// Browsers refuse some lower ones (10080 is the highest of them).
const lowest = 10_240;
const highest = 65_535;
const lookEveryInMs = 50;
/** How long a port's old owner gets to go: a killed editor listens until the system has cleared it away. */
const patienceInMs = 10_000;

/** The ports that the system gives to outgoing connections; what listens there loses its port to one sooner or later. */
export const outgoingPorts = () => {
  if (!existsSync(systemsRange)) return { from: 49_152, to: highest };
  const [from, to] = readFileSync(systemsRange, 'utf8').trim().split(/\s+/).map(Number);
  return { from, to };
};

const isFree = (port) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

const anyPort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const untilFree = async (port, givesUpAt) => {
  while (!(await isFree(port))) {
    if (Date.now() > givesUpAt) return false;
    await sleep(lookEveryInMs);
  }
  return true;
};

const outside = ({ from, to }) => {
  const below = { from: lowest, to: from - 1 };
  const above = { from: to + 1, to: highest };
  return [below, above].sort((a, b) => b.to - b.from - (a.to - a.from))[0];
};

/**
 * A free port that no outgoing connection will take. A wanted one is waited for while its old owner goes, and only then
 * given up for another.
 */
export async function freePort(wanted, waitInMs = patienceInMs) {
  if (wanted !== undefined && (await untilFree(wanted, Date.now() + waitInMs))) return wanted;
  const { from, to } = outside(outgoingPorts());
  for (let tries = 0; tries < 100 && to > from; tries += 1) {
    const port = from + Math.floor(Math.random() * (to - from + 1));
    if (await isFree(port)) return port;
  }
  return anyPort();
}
