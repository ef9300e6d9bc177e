import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { parseSync, Visitor, type CallExpression, type NewExpression } from 'oxc-parser';
import { check, type VulnerableDiagnostics } from 'recheck';
import { beforeAll, expect, test } from 'vitest';

interface Expression {
  /** `file:line` */
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

/** The expressions of a file: literals, and the places of calls that build an expression from text. */
interface Found {
  readonly literals: readonly Expression[];
  readonly calls: readonly string[];
}

const files = ['src/domain', 'gateway'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.(?:test|bench)\.ts$|(?:fixtures|testing)\//.test(file))
    .map((file) => path.join(folder, file)),
);

function findExpressions(file: string): Found {
  const text = readFileSync(file, 'utf8');
  const placeOf = (offset: number) => `${file}:${text.slice(0, offset).split('\n').length}`;
  const literals: Expression[] = [];
  const calls: string[] = [];
  const noteCall = ({ callee, start }: NewExpression | CallExpression) => {
    if (callee.type === 'Identifier' && callee.name === 'RegExp') calls.push(placeOf(start));
  };
  new Visitor({
    Literal(node) {
      if (!('regex' in node)) return;
      literals.push({ place: placeOf(node.start), source: node.regex.pattern, flags: node.regex.flags });
    },
    NewExpression: noteCall,
    CallExpression: noteCall,
  }).visit(parseSync(file, text).program);
  return { literals, calls };
}

/** Loads modules with a RegExp that records what it is asked to build, and by which line. */
async function watchBuilding(modules: readonly string[]): Promise<Expression[]> {
  const built: Expression[] = [];
  const original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(original, {
    construct(target, args: ConstructorParameters<typeof RegExp>) {
      const expression = new target(...args);
      const frames = (new Error('place').stack ?? '').split('\n');
      const caller = frames.find((frame) => /\/(?:src\/domain|gateway)\//.test(frame)) ?? '';
      const [, place = ''] = /((?:src\/domain|gateway)\/[^:]+:\d+):\d+/.exec(caller) ?? [];
      built.push({ place, source: expression.source, flags: expression.flags });
      return expression;
    },
  });
  try {
    for (const file of modules) await import(path.resolve(file));
  } finally {
    globalThis.RegExp = original;
  }
  return built;
}

const found = new Map(files.map((file) => [file, findExpressions(file)]));
const literals = [...found.values()].flatMap((entry) => entry.literals);
const calls = [...found.values()].flatMap((entry) => entry.calls);
let built: Expression[] = [];
beforeAll(async () => {
  built = await watchBuilding(files.filter((file) => (found.get(file)?.calls.length ?? 0) > 0));
});

test('expressions that are built from text are built when their module is loaded', () => {
  const places = new Set(built.map(({ place }) => place));
  expect(calls.filter((place) => !places.has(place))).toEqual([]);
});

test('every expression takes at most linear time', async () => {
  const ours = built.filter(({ place }) => calls.includes(place));
  const all = new Map([...literals, ...ours].map((each) => [`/${each.source}/${each.flags}`, each]));
  expect(all.size).toBeGreaterThan(100);
  const faults: string[] = [];
  const waiting = all.entries();
  // A few at a time: each has a time limit, and hundreds in parallel would only measure the machine.
  const work = async () => {
    for (const [text, expression] of waiting) {
      const fault = await findFault(expression);
      if (fault !== undefined) faults.push(`${expression.place} ${text}: ${fault}`);
    }
  };
  await Promise.all(Array.from({ length: 4 }, work));
  expect(faults).toEqual([]);
}, 300_000);

/**
 * recheck decides most expressions by their automaton. For those with a look-around it searches for hostile texts by
 * counting steps on short ones, and errs on the side of caution, so its worst find is tried out.
 */
async function findFault({ source, flags }: Expression): Promise<string | undefined> {
  const result = await check(source, flags, { timeout: 100_000, randomSeed: 0 });
  if (result.status === 'safe') return undefined;
  if (result.status === 'unknown') return `cannot be decided: ${result.error.kind}`;
  if (result.checker === 'fuzz' && endsSoon(source, flags, result.attack)) return undefined;
  return result.complexity.summary;
}

/** Whether the attack, 300,000 characters long, ends quickly: a quadratic expression needs a minute for it. */
function endsSoon(
  source: string,
  flags: string,
  { pumps, suffix }: VulnerableDiagnostics['attack'],
): boolean {
  const pumped = pumps.map(({ prefix, pump }) => {
    return prefix + pump.repeat(Math.ceil(300_000 / pumps.length / pump.length));
  });
  const text = pumped.join('') + suffix;
  try {
    runInNewContext('new RegExp(source, flags).exec(text)', { source, flags, text }, { timeout: 10_000 });
    return true;
  } catch {
    return false;
  }
}
