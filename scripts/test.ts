import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { ensureChromium } from './chromium.ts';

/**
 * Runs every check and test, goes on after a failure, and ends with the line `N passed, N failed`. A check
 * without tests of its own (types, lint, …) counts as one. A test that was left out is told, and with `CI` set it
 * counts as failed: there nobody reads why.
 */
const reports = mkdtempSync(path.join(tmpdir(), 'console-tests-'));
const unitReport = path.join(reports, 'unit.json');
const browserReport = path.join(reports, 'browser.json');

const unitSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
});
const browserSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly env?: Record<string, string>;
  /** Reads the step's own counts; a step without counts as one. */
  readonly counts?: () => Counts;
}

/** They are done side by side: each alone leaves a processor idle part of its time. */
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
      };
    },
  },
  {
    name: 'browser tests',
    command: ['npx', 'playwright', 'test', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport },
    counts: () => {
      const { stats } = browserSchema.parse(readJson(browserReport));
      // A test that passes only at a second try is not one that passes.
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
    },
  },
];

const crashed: Counts = { passed: 0, failed: 1, skipped: 0 };
let passed = 0;
let failed = 0;
let skipped = 0;
const add = (counts: Counts) => {
  passed += counts.passed;
  failed += counts.failed;
  skipped += counts.skipped;
};
for (const counts of await Promise.all(checks.map((check) => runStep(check, 'pipe')))) add(counts);
for (const step of steps) add(await runStep(step, 'inherit'));
rmSync(reports, { recursive: true });
if (skipped > 0) process.stdout.write(`${skipped} left out: see above why\n`);
if (process.env['CI']) failed += skipped;
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

/** What a step says is shown as it says it, or, of one beside others, once it has ended. */
async function runStep(step: Step, output: 'inherit' | 'pipe'): Promise<Counts> {
  const heading = `\n== ${step.name}\n`;
  if (output === 'inherit') process.stdout.write(heading);
  if (step.name === 'browser tests' && !ensureChromium()) return crashed;
  const [command, ...args] = step.command;
  const child = spawn(command, args, {
    stdio: ['inherit', output, output],
    env: { ...process.env, ...step.env },
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => said.push(chunk));
  const [status] = await once(child, 'close').catch(() => [undefined]);
  if (output === 'pipe') process.stdout.write(heading + Buffer.concat(said).toString());
  const ok = status === 0;
  try {
    const counts = step.counts?.() ?? { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
    // A runner that failed without a failed test (a crash, a broken file) must not go by as passed.
    return ok || counts.failed > 0 ? counts : { ...counts, failed: 1 };
  } catch {
    return crashed;
  }
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
