import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { BootError } from './common/boot-error.ts';
import { sendCompressed } from './common/compression.ts';
import { sendFailure } from './common/error-envelope.ts';
import { isNavigation } from './common/navigation.ts';
import type { FirstCalls } from './first-calls.ts';

/** Marks where a nonce goes in the built index.html. */
const noncePlaceholder = '__CSP_NONCE__';

/**
 * Serves the built console from `distFolder`, with index.html for every page's address; without a folder, only the API.
 * The HTML preloads the first calls of its page, so that their answers load along with the code.
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
    // The console's own files are the same for everybody and hold no personal data.
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
    // At the end, so that the code is requested first.
    const told = page.replace('</body>', () => `${links}</body>`);
    return sendCompressed(reply, told.replaceAll(noncePlaceholder, cspNonce));
  }
}

/** A preload that `fetch` from this origin uses. The address contains no quotes. */
function preload(address: string): string {
  return `<link rel="preload" href="${address.replaceAll('&', '&amp;')}" as="fetch" crossorigin />`;
}

const notFound = { status: 404, code: 'NotFound', message: 'There is nothing at this address.' } as const;
