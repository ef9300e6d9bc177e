import type { FastifyRequest } from 'fastify';

/** Whether a person opens this address as a page, and it is not a missing file or a call. */
export function isNavigation(request: FastifyRequest): boolean {
  const [path = '/'] = request.url.split('?');
  if (!['GET', 'HEAD'].includes(request.method) || /^\/(?:api|assets)(?:\/|$)/.test(path)) return false;
  const isFile = path.slice(path.lastIndexOf('/')).includes('.');
  return !isFile || (request.headers.accept ?? '').includes('text/html');
}
