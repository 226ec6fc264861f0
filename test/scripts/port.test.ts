import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { freePort, outgoingPorts } from '../../scripts/editor/port.mjs';

const servers: Server[] = [];

const listenOn = (port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    servers.push(server);
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
  });

afterEach(() => Promise.all(servers.splice(0).map(close)));

describe("an editor's port", () => {
  it('is none that the system gives to an outgoing connection', async () => {
    const { from, to } = outgoingPorts();
    const ports = await Promise.all(Array.from({ length: 20 }, () => freePort()));
    expect(ports.filter((port) => port >= from && port <= to)).toEqual([]);
  });

  it('is the wanted one when that is free', async () => {
    const wanted = await freePort();
    expect(await freePort(wanted)).toBe(wanted);
  });

  it('is waited for while its old owner goes', async () => {
    const wanted = await freePort();
    const owner = await listenOn(wanted);
    const port = freePort(wanted);
    await new Promise(setImmediate);
    await close(owner);
    expect(await port).toBe(wanted);
  });

  it('is another when somebody keeps the wanted one', async () => {
    const wanted = await freePort();
    await listenOn(wanted);
    const port = await freePort(wanted, 100);
    expect(port).not.toBe(wanted);
    await listenOn(port);
  });
});
