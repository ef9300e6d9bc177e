import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import path from 'node:path';
import { z } from 'zod';
import { listen, stopServer } from '../gateway/testing/listen.ts';
import { freePort } from '../gateway/testing/free-port.ts';

/** A server on a free port of this machine, standing for what a user has put in front of AI Core. */
export interface TinyServer {
  readonly url: string;
  stop(): Promise<void>;
}

export async function startServer(listener: RequestListener): Promise<TinyServer> {
  const server = createServer(listener);
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => stopServer(server),
  };
}

/** The address of a port on which nothing listens. */
export async function refusingUrl(): Promise<string> {
  return `http://127.0.0.1:${await freePort()}`;
}

/** Answers every request in the same way; `cors` lets pages of any origin read the answer. */
export function answering(
  status: number,
  headers: Record<string, string>,
  body: string,
  cors = true,
): RequestListener {
  return (request, response) => {
    const allowed = cors ? corsHeaders : {};
    if (cors && request.method === 'OPTIONS') response.writeHead(204, allowed).end();
    else response.writeHead(status, { ...allowed, ...headers }).end(body);
  };
}

/** A proxy as a team might write it: allows this console's pages and passes calls on with their token. */
export function forwardingTo(target: string): RequestListener {
  return (request, response) => {
    if (request.method === 'OPTIONS') {
      response.writeHead(204, corsHeaders).end();
      return;
    }
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      const body = Buffer.concat(chunks);
      const answer = await fetch(`${target}${request.url ?? ''}`, {
        method: request.method ?? 'GET',
        headers: {
          authorization: request.headers.authorization ?? '',
          ...(body.length > 0 && { 'content-type': 'application/json' }),
        },
        ...(body.length > 0 && { body }),
      });
      response.writeHead(answer.status, { ...corsHeaders, 'content-type': 'application/json' });
      response.end(Buffer.from(await answer.arrayBuffer()));
    })();
  };
}

const corsHeaders = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, PATCH, DELETE',
  'access-control-allow-headers': 'authorization, content-type',
};

const keySchema = z.object({ clientid: z.string(), clientsecret: z.string(), url: z.string() });
const tokenSchema = z.object({ access_token: z.string() });

/** Gets a token as a user does: from the token endpoint, with the tenant's service key. */
export async function fetchToken(keysDir: string, tenantId: string): Promise<string> {
  const key = keySchema.parse(JSON.parse(await readFile(path.join(keysDir, `${tenantId}.json`), 'utf8')));
  const response = await fetch(`${key.url}/oauth/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${key.clientid}:${key.clientsecret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
  });
  if (!response.ok) throw new Error(`no token for ${tenantId}: ${response.status}`);
  return tokenSchema.parse(await response.json()).access_token;
}
