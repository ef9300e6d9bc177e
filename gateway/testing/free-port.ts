import { once } from 'node:events';
import { connect, createServer, type Server } from 'node:net';
import { readPort } from './listen.ts';

let keeper: Promise<Server> | undefined;

/**
 * A loopback port on which nothing listens, reserved for the caller as long as this process runs: it is the local port
 * of a connection that stays open. The system gives such a port to nobody who asks for any free one, but a server that
 * asks for exactly this port gets it, again and again.
 */
export async function freePort(): Promise<number> {
  keeper ??= startKeeper();
  const port = readPort((await keeper).address());
  // With `localAddress` the port is bound before it connects, so that a server may listen on it too.
  const socket = connect({ host: '127.0.0.1', port, localAddress: '127.0.0.1' });
  await once(socket, 'connect');
  socket.unref();
  if (socket.localPort === undefined) throw new Error('a connection has no port');
  return socket.localPort;
}

async function startKeeper(): Promise<Server> {
  const server = createServer((socket) => socket.unref()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server.unref();
}
