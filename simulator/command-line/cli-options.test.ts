import { expect, test } from 'vitest';
import { helpText, parseCliRequest } from './cli-options.ts';
import { failureWords } from '../failures/reserved-names.ts';
import { defaultOptions } from '../start-simulator.ts';
import { tenantFailureKinds } from '../failures/tenant-failures.ts';

test('without arguments the defaults apply', () => {
  expect(parseCliRequest([])).toEqual({ kind: 'run', options: defaultOptions, keysDir: undefined });
});

test('every option is read', () => {
  const args =
    '--host ::1 --port 8081 --tenants 300 --secrets 50 --latency 150 --token-lifetime 60 --keys-dir keys ' +
    '--inspect --fail-once 5% --fail-always 2 --rate-limited 3% --reset-once 1% --timeout-once 1% ' +
    '--unavailable 0%';
  expect(parseCliRequest(args.split(' '))).toEqual({
    kind: 'run',
    keysDir: 'keys',
    options: {
      host: '::1',
      port: 8081,
      tenants: 300,
      secretsPerTenant: 50,
      latencyMs: 150,
      tokenLifetimeSeconds: 60,
      inspect: true,
      failures: {
        'fail-once': 5,
        'fail-always': 2,
        'rate-limited': 3,
        'reset-once': 1,
        'timeout-once': 1,
        unavailable: 0,
      },
    },
  });
});

test.each([
  [['--port', '70000'], '--port takes a whole number from 0 to 65535, not "70000".'],
  [['--port=-1'], '--port takes a whole number from 0 to 65535, not "-1".'],
  [['--tenants', '0'], '--tenants takes a whole number from 1 to 10000, not "0".'],
  [['--secrets', '51'], '--secrets takes a whole number from 0 to 50, not "51".'],
  [['--latency', '1s'], '--latency takes a whole number from 0 to 600000, not "1s".'],
  [['--fail-once', '2.5%'], '--fail-once takes a whole per cent from 0% to 100%, not "2.5%".'],
  [['--unavailable', '101'], '--unavailable takes a whole per cent from 0% to 100%, not "101".'],
  [
    ['--fail-once', '60%', '--fail-always', '60%'],
    'The failures by tenant add up to 120%, which is more than 100%.',
  ],
  [['--prot', '80'], "Unknown option '--prot' (--help lists the options)."],
  [['--port'], "Option '--port <value>' argument missing (--help lists the options)."],
  [['8080'], "Unexpected argument '8080' (--help lists the options)."],
])('%j is one sentence', (args, problem) => {
  expect(parseCliRequest(args)).toEqual({ kind: 'problem', problem });
});

test('help is always shown on request, and names every failure by tenant', () => {
  expect(parseCliRequest(['--help', '--tenants', '0'])).toEqual({ kind: 'help' });
  expect(tenantFailureKinds.filter((kind) => !helpText.includes(`--${kind} PCT`))).toEqual([]);
});

test('no kind of tenant failure is also a reserved word', () => {
  expect(failureWords).not.toEqual(expect.arrayContaining([...tenantFailureKinds]));
});
