import { setImmediate } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { sendFailure, type GatewayFailure } from '../common/error-envelope.ts';
import { endOfString, parseJson } from '../common/parse-json.ts';
import { configNames, findOtherUser } from './docker-config.ts';
import { factNames, readDockerText } from './subject.ts';
import { holdsToken } from './token-form.ts';

/** Names that mean the same for different kinds: a body may have only one of each group. */
const oneOf = [
  ['name', 'applicationName', 'resourceGroupId'],
  ['url', 'repositoryUrl'],
];

/** Makes names equal that Go treats as equal: lower case, and the long s as s. */
const fold = (name: string) => name.replaceAll('\u017F', 's').toLowerCase();

/** The correct spelling of names, by their folded form. */
type Spellings = ReadonlyMap<string, string>;
const spell = (names: ReadonlySet<string>): Spellings =>
  new Map([...names].map((name) => [fold(name), name]));
const factSpellings = spell(factNames);
const configSpellings = spell(configNames);

/**
 * In bytes. A longer body may keep the process busy for a good part of a second, so these are read one at a time, and
 * other calls are answered in between.
 */
const longBody = 128 * 1024;

/**
 * Refuses a forwarded body that AI Core could understand differently than it is counted, approved and recorded here.
 */
export function registerPlainBodies(app: FastifyInstance): void {
  let turns: Promise<unknown> = Promise.resolve();
  app.addHook('preValidation', async ({ body }, reply) => {
    if (!Buffer.isBuffer(body) || body.length === 0) return undefined;
    if (body.length > longBody) {
      turns = turns.then(() => setImmediate());
      await turns;
    }
    const fault = findFault(body.toString('utf8'));
    return fault === undefined ? undefined : sendFailure(reply, describe(fault));
  });
}

function describe(fault: string): GatewayFailure {
  return { status: 400, code: 'BadRequest', message: `The request says ${fault}. Nothing was sent.` };
}

/**
 * What makes JSON mean different things to different readers, as the end of a sentence: a name that occurs twice in an
 * object, a name that matters here in another spelling, which some readers treat as the same, two names that mean the
 * same, and a registry with two users.
 */
function findFault(text: string): string | undefined {
  const value = parseJson(text);
  const names = namesOf(value);
  const twice = findTwice(text, (name, depth) => (depth === 1 ? fold(name) : name));
  return sayTwice(twice) ?? findSpelling(names, factSpellings) ?? findBoth(names) ?? findConfigFault(value);
}

/** The configuration of a pull secret is JSON in a string. */
function findConfigFault(body: unknown): string | undefined {
  const text = readDockerText(body);
  if (text === undefined) return undefined;
  const config = parseJson(text);
  const auths: unknown = Reflect.get(Object(config), 'auths');
  const entries: readonly unknown[] = typeof auths === 'object' && auths !== null ? Object.values(auths) : [];
  const names = [...namesOf(config), ...entries.flatMap((entry) => namesOf(entry))];
  const twice = findTwice(text, fold);
  const hasOther = entries.some((entry) => findOtherUser(entry) !== undefined);
  return (
    sayTwice(twice) ??
    findSpelling(names, configSpellings) ??
    (hasOther ? 'one user in “username” and another in “auth”' : undefined)
  );
}

function namesOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}

function sayTwice(name: string | undefined): string | undefined {
  return name === undefined ? undefined : `${quote(name)} twice`;
}

function findSpelling(names: readonly string[], spellings: Spellings): string | undefined {
  const wrong = names.find((name) => (spellings.get(fold(name)) ?? name) !== name);
  return wrong && `${quote(wrong)}, which is written ${quote(spellings.get(fold(wrong)) ?? '')}`;
}

function findBoth(names: readonly string[]): string | undefined {
  const both = oneOf.map((same) => names.filter((name) => same.includes(name)));
  const [one, other] = both.find(({ length }) => length > 1) ?? [];
  return one !== undefined && other !== undefined ? `both ${quote(one)} and ${quote(other)}` : undefined;
}

/** Quotes names only, and none that could be a credential in the wrong place. */
function quote(name: string): string {
  return /^[\w.$:/-]{1,100}$/.test(name) && !holdsToken(name) ? `“${name}”` : 'a name';
}

/** The first name that an object has twice. `text` is JSON; if it is not, nothing of it is kept anyway. */
function findTwice(text: string, known: (name: string, depth: number) => string): string | undefined {
  const open: Set<string>[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '{') open.push(new Set());
    else if (char === '}') open.pop();
    else if (char === '"') {
      const end = endOfString(text, at);
      const said = isColonNext(text, end) ? readString(text.slice(at, end)) : undefined;
      if (said !== undefined) {
        const name = known(said, open.length);
        if (open.at(-1)?.has(name)) return said;
        open.at(-1)?.add(name);
      }
      at = end - 1;
    }
  }
  return undefined;
}

/** Only text with escapes needs a parser, which would be slow for a hundred thousand strings. */
function readString(quoted: string): string | undefined {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  const said = parseJson(quoted);
  return typeof said === 'string' ? said : undefined;
}

function isColonNext(text: string, from: number): boolean {
  let at = from;
  while (' \t\r\n'.includes(text[at] ?? '-')) at += 1;
  return text[at] === ':';
}
