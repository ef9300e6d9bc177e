import { createServer, type ServerResponse } from 'node:http';

/**
 * A simulated admin API with its token server that does as little as possible: every read returns the same list of 20
 * secrets, every write is accepted. The argument is its latency in milliseconds; prints its address.
 */
const latencyMs = Number(process.argv[2] ?? 0);
const resources = Array.from({ length: 20 }, (_, number) => ({ name: `registry-${number}` }));
const list = Buffer.from(JSON.stringify({ count: resources.length, resources }));
const accepted = Buffer.from(JSON.stringify({ id: 'registry-0', message: 'Secret has been modified.' }));
const token = Buffer.from(
  JSON.stringify({ access_token: 'invented-token', token_type: 'bearer', expires_in: 43_199 }),
);

function send(response: ServerResponse, status: number, body: Buffer): void {
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
}

const server = createServer((request, response) => {
  const isToken = request.url?.startsWith('/oauth/token') === true;
  const isRead = request.method === 'GET';
  const body = isToken ? token : isRead ? list : accepted;
  const status = isToken || isRead ? 200 : 202;
  request.resume().once('end', () => {
    if (latencyMs === 0 || isToken) send(response, status, body);
    else setTimeout(send, latencyMs, response, status, body);
  });
});
// The measured server decides how long its connections live.
server.keepAliveTimeout = 600_000;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) {
    process.stdout.write(`http://127.0.0.1:${address.port}\n`);
  }
});
