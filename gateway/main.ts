#!/usr/bin/env node
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BootError } from './common/boot-error.ts';
import { helpText, parseCommandLine } from './settings/command-line.ts';
import { builtConsoleFolder, readVersion } from './settings/package-files.ts';
import { startGateway, type RunningGateway } from './start-gateway.ts';

/** The gateway, with the embedded simulator if no tenant is configured. `distFolder` as in startGateway. */
export function startConsole(
  env: Record<string, string | undefined>,
  distFolder: string | undefined,
): Promise<RunningGateway> {
  return startGateway(env, {
    // Loaded only when used.
    startDemo: async () => (await import('../simulator/start-simulator.ts')).startSimulator(),
    distFolder,
  });
}

/** Runs until Ctrl-C or SIGTERM; an error becomes one sentence on stderr and exit code 1. */
export async function runUntilStopped(
  start: () => Promise<{ close(): Promise<void> } | undefined>,
): Promise<void> {
  try {
    const running = await start();
    if (running === undefined) return;
    const stop = () => {
      running.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  } catch (error) {
    if (!(error instanceof BootError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

/** The command line program: prints the help or the version, or runs the gateway. */
async function main(): Promise<{ close(): Promise<void> } | undefined> {
  const asked = parseCommandLine(process.argv.slice(2));
  if (asked.kind !== 'run') {
    process.stdout.write(asked.kind === 'help' ? helpText : `${readVersion()}\n`);
    return undefined;
  }
  const { settings, distFolder = builtConsoleFolder } = asked;
  // The reader of the log may be gone, as when the system journal restarts: that must not end the gateway.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const gateway = await startConsole({ ...process.env, ...settings }, distFolder);
  process.stdout.write(`AI Core Registry Console: ${gateway.url} (${gateway.summary})\n`);
  return gateway;
}

// npm starts this file through a symbolic link.
if (realpathSync(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) await runUntilStopped(main);
