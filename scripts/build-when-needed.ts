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
const parts: readonly Part[] = [
  {
    config: 'vite.config.ts',
    built: 'dist/web/index.html',
    sources: ['src', 'public', 'index.html', 'vite.config.ts', ...ofBoth],
  },
  {
    config: 'vite.server.config.ts',
    built: 'dist/server/gateway.js',
    sources: ['simulator', 'vite.server.config.ts', ...ofBoth],
  },
];

/** Builds the console, the gateway and the simulator, each only where a source is newer than what was built of it. */
export default async function buildWhenNeeded(): Promise<void> {
  const old = parts.filter(({ built, sources }) => changedAt(built) < newestChange(sources));
  if (old.length === 0) return;
  // Loaded only where it is used: most starts need it not.
  const { build } = await import('vite');
  for (const { config } of old) await build({ configFile: config, logLevel: 'warn', mode: 'production' });
}

/** When any of them changed, in milliseconds since 1970. A folder changes when a file in it comes or goes. */
export function newestChange(sources: readonly string[]): number {
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

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildWhenNeeded();
