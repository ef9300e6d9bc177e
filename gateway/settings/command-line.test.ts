import { expect, test } from 'vitest';
import { parseCommandLine, type CommandLine } from './command-line.ts';

const run = { kind: 'run', settings: {}, distFolder: undefined } as const;

test.each<[string, CommandLine]>([
  ['', run],
  ['--port 0', { ...run, settings: { PORT: '0' } }],
  ['--port=9000 --host ::1', { ...run, settings: { PORT: '9000', HOST: '::1' } }],
  ['/srv/console', { ...run, distFolder: '/srv/console' }],
  ['--version', { kind: 'version' }],
  ['--port 0 --help --version', { kind: 'help' }],
])('"%s"', (line, expected) => {
  expect(parseCommandLine(line.split(' ').filter(Boolean))).toEqual(expected);
});

test.each([
  ['--nope', "Unknown option '--nope': --help lists the options."],
  ['--port', "Option '--port <value>' argument missing: --help lists the options."],
  ['a b', '"b" is not an option: --help lists them.'],
])('"%s" is refused in one sentence', (line, sentence) => {
  expect(() => parseCommandLine(line.split(' '))).toThrow(sentence);
});
