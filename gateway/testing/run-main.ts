import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built main.ts. */
export const mainFile = fileURLToPath(new URL('../../dist/server/gateway.js', import.meta.url));

/** What a finished process left behind. */
interface Exit {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The gateway as a separate process. */
export interface MainProcess {
  child: ChildProcess;
  /** The first line on stdout; rejects if the process ends without one. */
  readyLine: Promise<string>;
  exited: Promise<Exit>;
}

/**
 * Runs the built main.ts with its own store, serving the console in `distFolder`. Only `env` is set, not even a home
 * folder, so that the user's own service keys are not used.
 */
export function runMain(env: Record<string, string>, distFolder: string): MainProcess {
  const dataFolder = mkdtempSync(join(tmpdir(), 'console-data-'));
  const child = spawn(process.execPath, [mainFile, distFolder], {
    env: { PATH: process.env['PATH'], CONSOLE_DATA_DIR: dataFolder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += String(chunk);
  });
  const exited = once(child, 'close').then(() => {
    rmSync(dataFolder, { recursive: true });
    return { code: child.exitCode, stdout, stderr };
  });
  const readyLine = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      stdout += String(chunk);
      const end = stdout.indexOf('\n');
      if (end !== -1) resolve(stdout.slice(0, end));
    });
    child.once('close', () => reject(new Error(`the gateway ended early: ${stderr}`)));
  });
  // Tests of a failing start only wait for the end.
  readyLine.catch(() => undefined);
  return { child, readyLine, exited };
}

/** The address in a ready line. */
export function readUrl(readyLine: string): string {
  return /http:\S+/.exec(readyLine)?.[0] ?? '';
}
