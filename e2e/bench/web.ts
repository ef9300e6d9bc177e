import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { startGateway } from '../../gateway/start-gateway.ts';
import { measureTransfer } from '../page-transfer.ts';
import { pages } from '../pages.ts';
import { startStack } from '../stack.ts';
import { launchBrowser, print } from './console-browser.ts';
import { runLighthouse, type Device, type PageScore } from './lighthouse/run-lighthouse.ts';

/**
 * Runs Lighthouse on the built console's first page and, in turns, on a page with the same libraries without our code;
 * the difference is the cost of the console itself. Then measures bytes and requests of every page. Exits with an error
 * if a goal is missed. `--runs 1` for a quick look.
 */
const runs = Number(process.argv[process.argv.indexOf('--runs') + 1] ?? 5) || 5;
const goals: Record<Device, (score: PageScore) => string[]> = {
  desktop: ({ performance }) => missed([['performance 100', performance === 100]]),
  mobile: ({ performance, lcp, tbt }) =>
    missed([
      ['performance 90', performance >= 90],
      ['LCP under 2 s', lcp < 2000],
      ['blocking under 200 ms', tbt < 200],
    ]),
};

const stack = await startStack();
const folder = await mkdtemp(path.join(tmpdir(), 'libraries-'));
const libraries = await serveLibraries();
try {
  const first = pages[0].path;
  for (const device of ['desktop', 'mobile'] as const) {
    const ours: PageScore[] = [];
    const bare: PageScore[] = [];
    for (let run = 0; run < runs; run += 1) {
      ours.push(await runLighthouse(`${stack.url}${first}`, device));
      bare.push(await runLighthouse(`${libraries.url}/`, device));
    }
    const middle = median(ours);
    report(`${device}, console`, middle);
    report(`${device}, libraries alone`, median(bare));
    const { accessibility, bestPractices } = middle;
    const failed = [
      ...goals[device](middle),
      ...missed([
        ['accessibility 100', accessibility === 100],
        ['best practices 100', bestPractices === 100],
      ]),
    ];
    if (failed.length === 0) continue;
    print(`  missed: ${failed.join(', ')}`);
    process.exitCode = 1;
  }
  await reportPages();
} finally {
  await libraries.close();
  await stack.stop();
  await rm(folder, { recursive: true });
}

async function serveLibraries() {
  await build({
    root: fileURLToPath(new URL('./libraries', import.meta.url)),
    configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
    build: { outDir: folder, emptyOutDir: true },
    logLevel: 'warn',
  });
  return startGateway(
    { PORT: '0', AICORE_SERVICE_KEYS_DIR: stack.keysDir, CONSOLE_DATA_DIR: folder, LOG_LEVEL: 'error' },
    { startDemo: () => Promise.reject(new Error('there are tenants')), distFolder: folder },
  );
}

async function reportPages(): Promise<void> {
  const browser = await launchBrowser();
  for (const { path: address } of pages) {
    const { urls, scripts, layoutShift } = await measureTransfer(browser, `${stack.url}${address}`);
    const bytes = [...scripts.values()].reduce((sum, one) => sum + one, 0);
    print(
      `${address}: ${(bytes / 1000).toFixed(1)} kB of JavaScript, ${urls.length} requests, layout shift ${layoutShift.toFixed(4)}`,
    );
  }
  await browser.close();
}

function missed(checks: readonly (readonly [goal: string, reached: boolean])[]): string[] {
  return checks.filter(([, reached]) => !reached).map(([goal]) => goal);
}

/** The median of each figure by itself. */
function median(scores: readonly PageScore[]): PageScore {
  const middle = (key: keyof PageScore) =>
    scores.map((score) => score[key]).toSorted((a, b) => a - b)[Math.floor(scores.length / 2)] ?? Number.NaN;
  return {
    performance: middle('performance'),
    accessibility: middle('accessibility'),
    bestPractices: middle('bestPractices'),
    fcp: middle('fcp'),
    lcp: middle('lcp'),
    tbt: middle('tbt'),
    cls: middle('cls'),
    speedIndex: middle('speedIndex'),
  };
}

function report(name: string, score: PageScore): void {
  print(
    `${name}, median of ${runs}: performance ${score.performance}, accessibility ${score.accessibility}, ` +
      `best practices ${score.bestPractices}; first paint ${ms(score.fcp)}, largest ${ms(score.lcp)}, ` +
      `blocked ${ms(score.tbt)}, speed index ${ms(score.speedIndex)}, layout shift ${score.cls.toFixed(4)}`,
  );
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}
