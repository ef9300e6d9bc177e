import type { FastifyRequest } from 'fastify';

/** An address that a person opens: a deep link, and not a missing file or call. */
export function isNavigation(request: FastifyRequest): boolean {
  const [path = '/'] = request.url.split('?');
  if (!['GET', 'HEAD'].includes(request.method) || /^\/(?:api|assets)(?:\/|$)/.test(path)) return false;
  const isFile = path.slice(path.lastIndexOf('/')).includes('.');
  return !isFile || (request.headers.accept ?? '').includes('text/html');
}
