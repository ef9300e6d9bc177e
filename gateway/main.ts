import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startSimulator } from '../simulator/start-simulator.ts';
import { BootError } from './common/boot-error.ts';
import { builtConsoleFolder, startGateway, type RunningGateway } from './start-gateway.ts';

/** The gateway with the embedded simulator for when no tenant is configured. `distFolder` as in startGateway. */
export function startConsole(
  env: Record<string, string | undefined>,
  distFolder: string | undefined,
): Promise<RunningGateway> {
  return startGateway(env, { startDemo: () => startSimulator(), distFolder });
}

/** Runs until Ctrl-C or SIGTERM; an error becomes one sentence on stderr and exit code 1. */
export async function runUntilStopped(start: () => Promise<{ close(): Promise<void> }>): Promise<void> {
  try {
    const running = await start();
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

// Run with `node --import tsx gateway/main.ts`; an argument names another folder with a built console.
if (realpathSync(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  await runUntilStopped(async () => {
    const gateway = await startConsole(process.env, process.argv[2] ?? builtConsoleFolder);
    process.stdout.write(`AI Core Registry Console: ${gateway.url} (${gateway.summary})\n`);
    return gateway;
  });
}
