import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

// The headless shell draws no window, and takes half the time.
const systemPaths = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** The browser for tests: the one named in the environment, else Playwright's own (`undefined`), else the system's. */
export function findChromium(): { found: true; executablePath: string | undefined } | { found: false } {
  const named = process.env['PLAYWRIGHT_CHROMIUM_PATH'];
  if (named) return existsSync(named) ? { found: true, executablePath: named } : { found: false };
  if (existsSync(chromium.executablePath())) return { found: true, executablePath: undefined };
  const system = systemPaths.find((path) => existsSync(path));
  return system ? { found: true, executablePath: system } : { found: false };
}

/** Installs a browser if there is none. Returns whether there is one now; if not, prints what to do. */
export function ensureChromium(): boolean {
  if (findChromium().found) return true;
  const named = process.env['PLAYWRIGHT_CHROMIUM_PATH'];
  if (named) return complain(`PLAYWRIGHT_CHROMIUM_PATH names ${named}, but there is no such file.`);
  process.stdout.write('No Chromium found: trying Playwright’s download, then Debian’s package.\n');
  run('npx', ['playwright', 'install', 'chromium']);
  if (findChromium().found) return true;
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    run('apt-get', ['update']);
    run('apt-get', [
      'install',
      '-y',
      '--no-install-recommends',
      'chromium-headless-shell',
      'fonts-dejavu-core',
    ]);
  }
  if (findChromium().found) return true;
  return complain(
    'Install a Chromium for the browser tests: “npx playwright install --with-deps chromium”, or on Debian ' +
      '“sudo apt-get install chromium-headless-shell”, or name one with PLAYWRIGHT_CHROMIUM_PATH.',
  );
}

function run(command: string, args: readonly string[]): void {
  spawnSync(command, args, {
    stdio: 'inherit',
    timeout: 300_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

function complain(sentence: string): false {
  process.stderr.write(`${sentence}\n`);
  return false;
}
