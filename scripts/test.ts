import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';
import { ensureChromium } from './chromium.ts';

/**
 * Runs every check and test, continues after a failure, and ends with the line `N passed, N failed`. A check without
 * tests of its own (types, lint, …) counts as one. Skipped tests are reported, and count as failed if `CI` is set,
 * where nobody reads why. Failures are repeated above the last line, because often only the end of a long log is kept.
 */
const reports = mkdtempSync(path.join(tmpdir(), 'console-tests-'));
const unitReport = path.join(reports, 'unit.json');
const browserReport = path.join(reports, 'browser.json');

const unitSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
});

const browserTestSchema = z.object({
  status: z.string(),
  results: z.array(z.object({ error: z.object({ message: z.string().optional() }).optional() })),
});
const browserSuiteSchema = z.object({
  specs: z.array(z.object({ title: z.string(), file: z.string(), tests: z.array(browserTestSchema) })),
  get suites() {
    return z.array(browserSuiteSchema).default([]);
  },
});
const browserSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  suites: z.array(browserSuiteSchema),
});

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** The place of each failed test, and the start of its message. */
  readonly failures: readonly string[];
}

interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly env?: Record<string, string>;
  /** Reads the step's own counts; a step without counts as one. */
  readonly counts?: () => Counts;
}

/** They run in parallel: each alone leaves a processor idle part of the time. */
const checks: Step[] = [
  { name: 'types', command: ['npx', 'tsc'] },
  { name: 'lint', command: ['npx', 'oxlint', '--deny-warnings'] },
  { name: 'format', command: ['npx', 'oxfmt', '--check'] },
  { name: 'unused code', command: ['npx', 'knip'] },
];

const steps: Step[] = [
  { name: 'build', command: ['npm', 'run', '--silent', 'built'] },
  {
    name: 'unit and gateway tests',
    command: [
      'npx',
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${unitReport}`,
    ],
    counts: () => {
      const report = unitSchema.parse(readJson(unitReport));
      return {
        passed: report.numPassedTests,
        failed: report.numFailedTests,
        skipped: report.numPendingTests,
        failures: report.testResults.flatMap(({ name, message, assertionResults }) => {
          const file = path.relative('.', name);
          const tests = assertionResults.filter(({ status }) => status === 'failed');
          if (tests.length === 0 && message) return [`${file}: ${briefly(message)}`];
          return tests.map((test) => `${file} > ${test.fullName}: ${briefly(test.failureMessages[0])}`);
        }),
      };
    },
  },
  {
    name: 'browser tests',
    command: ['npx', 'playwright', 'test', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport },
    counts: () => {
      const { stats, suites } = browserSchema.parse(readJson(browserReport));
      return {
        passed: stats.expected,
        // A test that only passes on the second try does not count as passed.
        failed: stats.unexpected + stats.flaky,
        skipped: stats.skipped,
        failures: suites.flatMap(failuresOf),
      };
    },
  },
];

let passed = 0;
let failed = 0;
let skipped = 0;
const failures: string[] = [];
const add = (counts: Counts) => {
  passed += counts.passed;
  failed += counts.failed;
  skipped += counts.skipped;
  failures.push(...counts.failures);
};
for (const counts of await Promise.all(checks.map((check) => runStep(check, 'pipe')))) add(counts);
for (const step of steps) add(await runStep(step, 'inherit'));
rmSync(reports, { recursive: true });
for (const failure of failures) process.stdout.write(`failed: ${failure}\n`);
if (skipped > 0) process.stdout.write(`${skipped} left out: see above why\n`);
if (process.env['CI']) failed += skipped;
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

/** Shows the output of a step as it comes, or, for a parallel step, after it has ended. */
async function runStep(step: Step, output: 'inherit' | 'pipe'): Promise<Counts> {
  const heading = `\n== ${step.name}\n`;
  if (output === 'inherit') process.stdout.write(heading);
  if (step.name === 'browser tests' && !ensureChromium()) return crashed(step);
  const [command, ...args] = step.command;
  const child = spawn(command, args, {
    stdio: ['inherit', output, output],
    env: { ...process.env, ...step.env },
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => said.push(chunk));
  const [status] = await once(child, 'close').catch(() => [undefined]);
  const text = Buffer.concat(said).toString();
  if (output === 'pipe') process.stdout.write(heading + text);
  const ok = status === 0;
  try {
    if (!step.counts) return ok ? { passed: 1, failed: 0, skipped: 0, failures: [] } : crashed(step, text);
    const counts = step.counts();
    // A runner that failed without a failed test (a crash, a broken file) must not count as passed.
    return ok || counts.failed > 0
      ? counts
      : { ...counts, failed: 1, failures: [...counts.failures, step.name] };
  } catch {
    return crashed(step);
  }
}

function crashed({ name }: Step, said = ''): Counts {
  return { passed: 0, failed: 1, skipped: 0, failures: [said ? `${name}: ${briefly(said)}` : name] };
}

function failuresOf(suite: z.infer<typeof browserSuiteSchema>): string[] {
  const own = suite.specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ status, results }) => {
        const message = results.find(({ error }) => error)?.error?.message;
        return `${file} > ${title}${status === 'flaky' ? ' (passed at its second try)' : ''}: ${briefly(message)}`;
      }),
  );
  return [...own, ...suite.suites.flatMap(failuresOf)];
}

/** The first lines of a test's message, joined into one, without colours. */
function briefly(message = 'said nothing'): string {
  return stripVTControlCharacters(message)
    .trim()
    .split(/\s*\n\s*/)
    .slice(0, 6)
    .join(' ')
    .slice(0, 500);
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
