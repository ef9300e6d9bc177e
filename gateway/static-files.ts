import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { BootError } from './common/boot-error.ts';
import { sendCompressed } from './common/compression.ts';
import { sendFailure } from './common/error-envelope.ts';
import { isNavigation } from './common/navigation.ts';
import type { FirstCalls } from './first-calls.ts';

/** Stands in the built index.html wherever a nonce belongs. */
const noncePlaceholder = '__CSP_NONCE__';

/**
 * Serves the built console from `distFolder`, index.html for every page's address; without a folder, the API alone. What
 * a page calls first the browser is told with it, so that the answers come along with the code.
 * @throws {BootError} when the folder holds no index.html.
 */
export async function registerStaticFiles(
  app: FastifyInstance,
  distFolder: string | undefined,
  firstCalls: FirstCalls,
): Promise<void> {
  if (distFolder === undefined) {
    app.setNotFoundHandler((_request, reply) => sendFailure(reply, notFound));
    return;
  }
  const page = await readFile(join(distFolder, 'index.html'), 'utf8').catch(() => {
    throw new BootError(`There is no built console in ${distFolder}: run "npm run build" first.`);
  });
  await app.register(async (files) => {
    // The console's own files are the same for everybody, and hold nothing of anybody.
    files.addHook('onRoute', (route) => {
      route.config = { ...route.config, open: true };
    });
    await files.register(fastifyStatic, {
      root: distFolder,
      wildcard: false,
      index: false,
      preCompressed: true,
      globIgnore: ['**/*.br', '**/*.gz', 'index.html'],
      cacheControl: false,
      setHeaders(reply, path) {
        const isHashed = path.startsWith(join(distFolder, 'assets/'));
        reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  });
  app.setNotFoundHandler((request, reply) =>
    isNavigation(request) ? sendPage(request, reply) : sendFailure(reply, notFound),
  );

  function sendPage(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { cspNonce, person, url } = request;
    const [pathname = '/'] = url.split('?');
    const links = firstCalls(pathname, person).map(preload).join('');
    reply.code(200).header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-store');
    // At the end: the code is asked for first.
    const told = page.replace('</body>', () => `${links}</body>`);
    return sendCompressed(reply, told.replaceAll(noncePlaceholder, cspNonce));
  }
}

/** For `fetch` from this origin, whose answer it becomes. The address holds no quote. */
function preload(address: string): string {
  return `<link rel="preload" href="${address.replaceAll('&', '&amp;')}" as="fetch" crossorigin />`;
}

const notFound = { status: 404, code: 'NotFound', message: 'There is nothing at this address.' } as const;
