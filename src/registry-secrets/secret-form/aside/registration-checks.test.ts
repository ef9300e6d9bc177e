import { expect, test } from 'vitest';
import { secretForm } from '../../../ui/texts/en/secret-form.ts';
import { emptyRegistry, type RegistryValues } from '../secret-form-values.ts';
import { registrationChecks } from './registration-checks.ts';

const now = new Date('2026-11-21T12:00:00Z');
const { checks } = secretForm;

function linesOf(
  name: string,
  registries: readonly Partial<RegistryValues>[],
  takenNames: readonly string[] | undefined = ['taken'],
): string[] {
  const values = { name, registries: registries.map((registry) => ({ ...emptyRegistry, ...registry })) };
  return registrationChecks(secretForm, values, { takenNames, now }).map(
    ({ tone, text }) => `${tone}: ${text}`,
  );
}

const good = { host: 'ghcr.io', username: 'octo', accessToken: 'not-a-real-token' };

test.each([
  ['', `open: ${checks.nameMissing}`],
  ['my-registry', `ok: ${checks.nameFree}`],
  ['taken', `error: ${checks.nameTaken}`],
  ['My', `error: ${checks.nameWrong}`],
])('of the name “%s”', (name, line) => {
  expect(linesOf(name, [good])[0]).toBe(line);
});

test('nothing is said to be free while the names are not known', () => {
  expect(
    registrationChecks(secretForm, { name: 'a-name', registries: [] }, { takenNames: undefined, now })[0],
  ).toEqual({
    id: 'name',
    tone: 'open',
    text: checks.nameUnknown,
  });
});

test('an empty form has nothing to be warned of', () => {
  expect(linesOf('', [{}])).toEqual([`open: ${checks.nameMissing}`, `open: ${checks.hostMissing}`]);
});

test('hosts are public together, or each that is not is named', () => {
  expect(linesOf('a-name', [good])).toContain('ok: The host is public');
  expect(linesOf('a-name', [good, { ...good, host: 'quay.io' }])).toContain('ok: Both hosts are public');
  const lines = linesOf('a-name', [good, { ...good, host: '10.0.0.1' }]);
  expect(lines).toContain(`warning: Registry 2: ${checks.host['unreachable-address']}`);
  expect(lines.filter((line) => line.includes('public'))).toHaveLength(1);
});

test.each([
  [{ host: 'ghcr.io/team/app:1' }, `error: ${checks.hostWrong}`],
  [{ username: 'jo:doe' }, `error: ${checks.usernameHasColon}`],
  [{ username: 'ghp_notARealToken' }, `warning: ${checks.username['token-as-username']}`],
  [{ accessToken: '••••••••' }, `error: ${checks.tokenMasked}`],
  [{ accessToken: ' not-a-real-token' }, `warning: ${checks.token['surrounding-white-space']}`],
  [{ accessToken: `github_pat_${'A1b2'.repeat(20)}` }, `warning: ${checks.told['not-accepted']}`],
])('what %j gives away', (changes, line) => {
  expect(linesOf('a-name', [{ ...good, ...changes }])).toContain(line);
});

test('no line holds a part of a credential, and many findings are counted', () => {
  const secret = 'Sup3rS3cret';
  const bad = { host: `jo:${secret}@ghcr.io`, username: `${secret}:x`, accessToken: `jo:${secret} ` };
  const lines = linesOf(
    'a-name',
    Array.from({ length: 20 }, () => bad),
  );
  expect(lines.join('\n')).not.toContain(secret);
  expect(lines.at(-1)).toMatch(/^warning: \d+ more, shown at their fields$/);
  expect(lines).toHaveLength(10);
});
