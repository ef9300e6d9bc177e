import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { listen } from './listen.ts';

/** A proxy server of a corporate network that only opens tunnels by CONNECT. */
export interface ForwardProxy {
  url: string;
  /** The requested tunnels, oldest first. */
  tunnels: { target: string; authorization: string | undefined }[];
  /** The status with which tunnels are refused; undefined opens them. */
  refuseWith: number | undefined;
  close(): Promise<void>;
}

/**
 * Starts one on a free loopback port. Every tunnel leads to `target`, a server's address, whatever name is asked for.
 */
export async function startForwardProxy(target: () => string): Promise<ForwardProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((_request, response) => response.writeHead(405).end());
  server.on('connect', (request, client: Socket) => {
    proxy.tunnels.push({
      target: request.url ?? '',
      authorization: request.headers['proxy-authorization'],
    });
    if (proxy.refuseWith !== undefined) return void client.end(`HTTP/1.1 ${proxy.refuseWith} No\r\n\r\n`);
    const { hostname, port } = new URL(target());
    const upstream = connect(Number(port), hostname, () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      client.pipe(upstream).pipe(client);
    });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
  });
  const port = await listen(server);
  const proxy: ForwardProxy = {
    url: `http://127.0.0.1:${port}`,
    tunnels: [],
    refuseWith: undefined,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        for (const socket of sockets) socket.destroy();
        server.closeAllConnections();
      }),
  };
  return proxy;
}
