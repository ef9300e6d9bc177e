import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** A part of the build: its configuration, the file whose age counts, and its sources. */
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

/** Builds the console, the gateway and the simulator, each only if a source is newer than the built file. */
export default function buildWhenNeeded(): void {
  buildParts([web, server]);
}

/** Builds only the gateway and the simulator, so that a fault in the console does not prevent their tests. */
export function buildServerWhenNeeded(): void {
  buildParts([server]);
}

function buildParts(parts: readonly Part[]): void {
  for (const { config, built, sources } of parts) {
    if (changedAt(built) < newestChange(sources)) build(config);
  }
}

/** Builds in a separate process: in a test runner's environment the console would be built differently. */
function build(config: string): void {
  const { status } = spawnSync('npx', ['vite', 'build', '--config', config, '--logLevel', 'warn'], {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) throw new Error(`vite build --config ${config} failed`);
}

/**
 * When any of the sources last changed, in milliseconds since 1970. A folder changes when a file is added or removed.
 */
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
