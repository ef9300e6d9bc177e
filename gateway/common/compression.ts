import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply } from 'fastify';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Sends a text that is new for each answer, in the best encoding that the browser accepts. */
export async function sendCompressed(reply: FastifyReply, text: string): Promise<FastifyReply> {
  const encoding = chooseEncoding(reply.request.headers['accept-encoding']);
  reply.header('vary', 'accept-encoding');
  if (encoding === undefined) return reply.send(text);
  reply.header('content-encoding', encoding);
  // At quality 5 brotli is smaller than gzip and not slower, for a few kB.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  return reply.send(encoding === 'br' ? await compressBrotli(text, { params }) : await compressGzip(text));
}

/** `br` before `gzip`, each only if the header names it without `q=0`. */
function chooseEncoding(header: string | string[] | undefined): 'br' | 'gzip' | undefined {
  const accepted = new Set<string>();
  for (const part of String(header ?? '').split(',')) {
    const [name = '', ...parameters] = part.split(';').map((word) => word.trim().toLowerCase());
    if (!parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter))) accepted.add(name);
  }
  if (accepted.has('br')) return 'br';
  return accepted.has('gzip') ? 'gzip' : undefined;
}
