import type { FastifyInstance } from 'fastify';
import { sendFailure, type GatewayFailure } from '../common/error-envelope.ts';
import { parseJson } from '../common/parse-json.ts';
import { factNames, readDockerText } from './subject.ts';

const inCapitals = new Set([...factNames].map((name) => name.toLowerCase()));
/** What says the same of different kinds: a body has one of them. */
const oneOf = [
  ['name', 'applicationName', 'resourceGroupId'],
  ['url', 'repositoryUrl'],
];

/**
 * Refuses a body that is forwarded as it is and could say another thing to AI Core than what is counted, approved and
 * written down of it here.
 */
export function registerPlainBodies(app: FastifyInstance): void {
  app.addHook('preValidation', async ({ body }, reply) =>
    Buffer.isBuffer(body) && body.length > 0 && !isPlainBody(body.toString('utf8'))
      ? sendFailure(reply, ambiguous)
      : undefined,
  );
}

const ambiguous: GatewayFailure = {
  status: 400,
  code: 'BadRequest',
  message: 'The request says a thing twice, or by two names. Nothing was sent.',
};

/**
 * Whether JSON says the same to every reader: no object has a name twice, and none that counts here comes in other
 * capitals, which some readers take for the same, or beside one that says it for another kind.
 */
function isPlainBody(text: string): boolean {
  const value = parseJson(text);
  if (repeatsName(text, (name, depth) => (depth === 1 ? name.toLowerCase() : name))) return false;
  const names =
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  if (names.some((name) => !factNames.has(name) && inCapitals.has(name.toLowerCase()))) return false;
  if (oneOf.some((same) => names.filter((name) => same.includes(name)).length > 1)) return false;
  const config = readDockerText(value);
  return config === undefined || !repeatsName(config, (name) => name.toLowerCase());
}

/** `text` is JSON, or nothing that is kept of it. */
function repeatsName(text: string, known: (name: string, depth: number) => string): boolean {
  const open: Set<string>[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '{') open.push(new Set());
    else if (char === '}') open.pop();
    else if (char === '"') {
      const end = endOfString(text, at);
      const isName = isColonNext(text, end);
      const said: unknown = isName ? parseJson(text.slice(at, end)) : undefined;
      if (typeof said === 'string') {
        const name = known(said, open.length);
        if (open.at(-1)?.has(name)) return true;
        open.at(-1)?.add(name);
      }
      at = end - 1;
    }
  }
  return false;
}

/** Where the string that begins at `start` is over. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function isColonNext(text: string, from: number): boolean {
  let at = from;
  while (' \t\r\n'.includes(text[at] ?? '-')) at += 1;
  return text[at] === ':';
}
