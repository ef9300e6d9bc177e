import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What is built: by which configuration, the file that shows when, and from what. */
interface Part {
  readonly config: string;
  readonly built: string;
  readonly sources: readonly string[];
}

const ofBoth = ['gateway', 'package-lock.json'];
const web: Part = {
  config: 'vite.config.ts',
  built: 'dist/web/index.html',
  sources: ['src', 'public', 'index.html', 'vite.config.ts', ...ofBoth],
};
const server: Part = {
  config: 'vite.server.config.ts',
  built: 'dist/server/gateway.js',
  sources: ['simulator', 'vite.server.config.ts', ...ofBoth],
};

/** Builds the console, the gateway and the simulator, each only where a source is newer than what was built of it. */
export default function buildWhenNeeded(): void {
  buildParts([web, server]);
}

/** The gateway and the simulator alone, so that no fault of the console's prevents their tests. */
export function buildServerWhenNeeded(): void {
  buildParts([server]);
}

function buildParts(parts: readonly Part[]): void {
  for (const { config, built, sources } of parts) {
    if (changedAt(built) < newestChange(sources)) build(config);
  }
}

/** In a process of its own: a test runner's environment would make another console of it. */
function build(config: string): void {
  const { status } = spawnSync('npx', ['vite', 'build', '--config', config, '--logLevel', 'warn'], {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) throw new Error(`vite build --config ${config} failed`);
}

/** When any of them changed, in milliseconds since 1970. A folder changes when a file in it comes or goes. */
function newestChange(sources: readonly string[]): number {
  const times = sources.map((source) => {
    const { mtimeMs } = statSync(source);
    if (!statSync(source).isDirectory()) return mtimeMs;
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
    return files
      .filter((file) => !/\.test\.tsx?$/.test(file))
      .map((file) => statSync(path.join(source, file)).mtimeMs)
      .reduce((newest, time) => Math.max(newest, time), mtimeMs);
  });
  return Math.max(...times);
}

function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildWhenNeeded();
