import { parseArgs } from 'node:util';
import { BootError } from '../common/boot-error.ts';

/** What the command line asks for. */
export type CommandLine =
  | { kind: 'help' | 'version' }
  | {
      kind: 'run';
      /** Override the environment variables of these names. */
      settings: { HOST?: string; PORT?: string };
      /** The folder of a built console; undefined for the gateway's own. */
      distFolder: string | undefined;
    };

/** The text of `--help`. */
export const helpText = `Usage: aicore-registry-console [options]

Starts the console for the Docker registry secrets of SAP AI Core. Without a service key it shows three demo
tenants; nothing that you enter there leaves this machine.

  --port PORT   port to listen on, 0 for any free one (PORT, else 8080)
  --host HOST   address to listen on (HOST, else 127.0.0.1)
  --version     show the version
  --help        show this text

For your own tenants, set AICORE_SERVICE_KEY='<service key as JSON>' or
AICORE_SERVICE_KEYS_DIR=<folder of <tenant-id>.json>. The README lists all variables. Ctrl-C stops it.
`;

/**
 * Reads the arguments after the program's name.
 * @throws {BootError} for arguments that are wrong, in one sentence.
 */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const { values, positionals } = parse(args);
  if (values.help === true) return { kind: 'help' };
  if (values.version === true) return { kind: 'version' };
  if (positionals.length > 1) throw new BootError(`"${positionals[1]}" is not an option: --help lists them.`);
  const { host, port } = values;
  return {
    kind: 'run',
    settings: { ...(host !== undefined && { HOST: host }), ...(port !== undefined && { PORT: port }) },
    distFolder: positionals[0],
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        host: { type: 'string' },
        port: { type: 'string' },
        version: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    // parseArgs appends advice to the sentence that matters.
    const sentence = error instanceof Error ? (error.message.split('. ', 1)[0] ?? '') : 'Unknown problem';
    throw new BootError(`${sentence}: --help lists the options.`);
  }
}
