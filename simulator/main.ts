import { helpText, parseCliRequest, type CliRequest } from './command-line/cli-options.ts';
import { startSimulator, type RunningSimulator } from './start-simulator.ts';
import { writeServiceKeys } from './command-line/write-service-keys.ts';

function fail(problem: string): never {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}

function describeListenProblem(error: unknown, { host, port }: { host: string; port: number }): string {
  const code = codeOf(error);
  if (code === 'EADDRINUSE') {
    return `Port ${port} on ${host} is in use: choose another with --port, or 0 for any free one.`;
  }
  return `The simulator cannot listen on ${host}, port ${port} (${code}).`;
}

function describeReady({ url, serviceKeys }: RunningSimulator, keysDir: string | undefined): string {
  const tenants = serviceKeys.length === 1 ? '1 tenant' : `${serviceKeys.length} tenants`;
  if (keysDir !== undefined) return `AI Core simulator with ${tenants} at ${url}, service keys in ${keysDir}`;
  const key = JSON.stringify(serviceKeys[0]?.serviceKey);
  return `AI Core simulator with ${tenants} at ${url}, for the first one: export AICORE_SERVICE_KEY='${key}'`;
}

async function run({ options, keysDir }: Extract<CliRequest, { kind: 'run' }>): Promise<void> {
  const simulator = await startSimulator(options).catch((error: unknown) =>
    fail(describeListenProblem(error, options)),
  );
  if (keysDir !== undefined) {
    await writeServiceKeys(keysDir, simulator.serviceKeys).catch((error: unknown) =>
      fail(`The service keys cannot be written to ${keysDir} (${codeOf(error)}).`),
    );
  }
  process.stdout.write(`${describeReady(simulator, keysDir)}\n`);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // All state is in memory and nobody waits for an answer, so ending the process is a clean stop.
  process.on(signal, () => process.exit(0));
}

const request = parseCliRequest(process.argv.slice(2));
switch (request.kind) {
  case 'help':
    process.stdout.write(helpText);
    break;
  case 'problem':
    fail(request.problem);
    break;
  case 'run':
    await run(request);
}
