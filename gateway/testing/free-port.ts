import { createServer } from 'node:net';
import { readPort } from './fake-upstream.ts';

/** A loopback port on which nothing listens. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const port = readPort(server.address());
      server.close(() => resolve(port));
    });
  });
}
