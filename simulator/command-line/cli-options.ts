import { parseArgs } from 'node:util';
import { secretQuota } from '../state/seed.ts';
import { defaultOptions, type SimulatorOptions } from '../start-simulator.ts';
import {
  tenantFailureKinds,
  type FailureShares,
  type TenantFailureKind,
} from '../failures/tenant-failures.ts';

/** What the command line asks for. `problem` is one sentence for the person who typed it. */
export type CliRequest =
  | { readonly kind: 'help' }
  | { readonly kind: 'problem'; readonly problem: string }
  | {
      readonly kind: 'run';
      readonly options: Required<SimulatorOptions>;
      readonly keysDir: string | undefined;
    };

/** The text of `--help`. */
export const helpText = `Usage: npm run simulator -- [options]

Emulates the admin API of SAP AI Core with its OAuth server, in memory.

  --host HOST             address to listen on (127.0.0.1)
  --port PORT             port to listen on, 0 for any free one (0)
  --tenants N             number of tenants, 1 to 10000 (3): acme-vision, acme-forecast,
                          globex-chat, tenant-0004, tenant-0005, ...
  --secrets N             secrets in each tenant after the third, 0 to 50 (0)
  --latency MS            time that each admin call takes at least (0)
  --token-lifetime S      seconds for which a token is valid (43199)
  --keys-dir DIR          write the service keys to DIR/<tenant-id>.json
  --inspect               show received bodies and calls under /inspect: never with real credentials
  --help                  show this text

Failures by tenant. Each takes a per cent from 0% to 100%, together at most 100%. A tenant shows one of
them at most, and which one depends on its number only.

  --fail-once PCT         the first write is refused with 500
  --fail-always PCT       every write is refused with 500
  --rate-limited PCT      the first two writes are refused with 429 and Retry-After: 1
  --reset-once PCT        the first write takes effect, but the connection is reset
  --timeout-once PCT      the first write takes effect, but is never answered
  --unavailable PCT       every call, reads too, is refused with 503 and Retry-After: 1
`;

const text = { type: 'string' } as const;

function parseFlags(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      host: text,
      port: text,
      tenants: text,
      secrets: text,
      latency: text,
      'token-lifetime': text,
      'keys-dir': text,
      inspect: { type: 'boolean' },
      help: { type: 'boolean' },
      'fail-once': text,
      'fail-always': text,
      'rate-limited': text,
      'reset-once': text,
      'timeout-once': text,
      unavailable: text,
    },
  }).values;
}

type Flags = ReturnType<typeof parseFlags>;
type FlagWithText = Exclude<keyof Flags, 'inspect' | 'help'>;

/** A problem with what was entered; its message is the sentence to show. */
class UsageError extends Error {}

function readInteger(flags: Flags, flag: FlagWithText, min: number, max: number): number | undefined {
  const value = flags[flag];
  if (value === undefined) return undefined;
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= min && number <= max)) {
    throw new UsageError(`--${flag} takes a whole number from ${min} to ${max}, not "${value}".`);
  }
  return number;
}

function readShares(flags: Flags): FailureShares {
  const shares: Partial<Record<TenantFailureKind, number>> = {};
  for (const kind of tenantFailureKinds) {
    const value = flags[kind];
    if (value !== undefined) {
      const percent = /^(\d{1,3})%?$/.exec(value)?.[1];
      if (percent === undefined || Number(percent) > 100) {
        throw new UsageError(`--${kind} takes a whole per cent from 0% to 100%, not "${value}".`);
      }
      shares[kind] = Number(percent);
    }
  }
  const sum = Object.values(shares).reduce((total, share) => total + share, 0);
  if (sum > 100) throw new UsageError(`The failures by tenant add up to ${sum}%, which is more than 100%.`);
  return shares;
}

function readOptions(flags: Flags): Required<SimulatorOptions> {
  const { port, tenants, secretsPerTenant, latencyMs, tokenLifetimeSeconds } = defaultOptions;
  return {
    host: flags.host ?? defaultOptions.host,
    port: readInteger(flags, 'port', 0, 65_535) ?? port,
    tenants: readInteger(flags, 'tenants', 1, 10_000) ?? tenants,
    secretsPerTenant: readInteger(flags, 'secrets', 0, secretQuota) ?? secretsPerTenant,
    latencyMs: readInteger(flags, 'latency', 0, 600_000) ?? latencyMs,
    tokenLifetimeSeconds: readInteger(flags, 'token-lifetime', 1, 1_000_000) ?? tokenLifetimeSeconds,
    inspect: flags.inspect ?? defaultOptions.inspect,
    failures: readShares(flags),
  };
}

/** Reads the command line. Never throws: wrong arguments are returned as a problem. */
export function parseCliRequest(args: readonly string[]): CliRequest {
  try {
    const flags = parseFlags(args);
    return flags.help === true
      ? { kind: 'help' }
      : { kind: 'run', options: readOptions(flags), keysDir: flags['keys-dir'] };
  } catch (error) {
    if (error instanceof UsageError) return { kind: 'problem', problem: error.message };
    // parseArgs appends advice to the sentence that matters.
    const sentence = error instanceof Error ? (error.message.split('. ', 1)[0] ?? '') : 'Unknown problem';
    return { kind: 'problem', problem: `${sentence} (--help lists the options).` };
  }
}
