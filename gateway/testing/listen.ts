import { once } from 'node:events';
import type { Server as WebServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';

/** Makes a server listen on this machine only, on any free port by default, and returns the port. */
export async function listen(server: Server, port = 0): Promise<number> {
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return readPort(server.address());
}

/** The port of a server that listens. */
export function readPort(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string')
    throw new Error('the server does not listen on a port');
  return address.port;
}

/** Stops a server, even if clients are connected. */
export function stopServer(server: Pick<WebServer, 'close' | 'closeAllConnections'>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
