import { describe, expect, test } from 'vitest';
import { buildFailedScan, buildScan, joinScans, type KeyReading } from './key-scan.ts';
import { settleKeys } from './settle-keys.ts';
import { parseTestKey } from '../testing/fake-upstream.ts';

/** A key of the tenant `zone`; `secret` distinguishes two keys of one tenant. */
function read(
  source: string,
  zone: string,
  { secret = 'first', api = 'https://api.example' } = {},
): KeyReading {
  const changes = {
    clientsecret: secret,
    identityzone: zone,
    identityzoneid: `${zone}-zone`,
    serviceurls: { AI_API_URL: api },
  };
  const key = parseTestKey('https://tokens.example', changes);
  return { source, setting: 'folder', tenantId: source.replace('.json', ''), result: { ok: true, key } };
}

const broken = (source: string): KeyReading => ({
  source,
  setting: 'folder',
  tenantId: source.replace('.json', ''),
  result: { ok: false, reason: 'it is broken' },
});

function settle(before: KeyReading[], after: KeyReading[]) {
  const { keys } = settleKeys([], buildScan({ readings: before }));
  const settled = settleKeys(keys, buildScan({ readings: after }));
  return {
    keys: settled.keys.map(({ source, key }) => [
      source,
      key.zone,
      'secret' in key.credential && key.credential.secret,
    ]),
    problems: settled.problems.map(({ source, message }) => `${source}: ${message}`),
  };
}

const cannot = 'This service key cannot be used: it is broken.';
const stays = 'The previous key stays in use.';
const second = (tenant: string, first: string) =>
  `This is a second service key for the tenant "${tenant}"; the one from ${first} is used.`;

describe('settleKeys', () => {
  test.each<[string, KeyReading[], KeyReading[], unknown[], string[]]>([
    [
      'a first reading',
      [],
      [read('a.json', 'a'), broken('b.json')],
      [['a.json', 'a', 'first']],
      [`b.json: ${cannot}`],
    ],
    [
      'a rotated key',
      [read('a.json', 'a')],
      [read('a.json', 'a', { secret: 'new' })],
      [['a.json', 'a', 'new']],
      [],
    ],
    ['a file that is gone', [read('a.json', 'a')], [], [], []],
    [
      'a broken file',
      [read('a.json', 'a')],
      [broken('a.json')],
      [['a.json', 'a', 'first']],
      [`a.json: ${cannot} ${stays}`],
    ],
    [
      'a repeated tenant in the first scan: the first place counts',
      [],
      [read('a.json', 'x'), read('b.json', 'x')],
      [['a.json', 'x', 'first']],
      [`b.json: ${second('b', 'a.json')}`],
    ],
    [
      'the same id in other capitals',
      [],
      [read('a.json', 'x'), read('A.json', 'y')],
      [['a.json', 'x', 'first']],
      [`A.json: ${second('A', 'a.json')}`],
    ],
    [
      'the same zone in another region is another tenant',
      [],
      [read('a.json', 'x'), read('b.json', 'x', { api: 'https://other.example' })],
      [
        ['a.json', 'x', 'first'],
        ['b.json', 'x', 'first'],
      ],
      [],
    ],
    [
      'a new file before the one that works does not displace it',
      [read('b.json', 'x')],
      [read('a.json', 'x', { secret: 'new' }), read('b.json', 'x')],
      [['b.json', 'x', 'first']],
      [`a.json: ${second('a', 'b.json')}`],
    ],
    [
      'nor does one that is broken just now',
      [read('b.json', 'x')],
      [read('a.json', 'x', { secret: 'new' }), broken('b.json')],
      [['b.json', 'x', 'first']],
      [`a.json: ${second('a', 'b.json')}`, `b.json: ${cannot} ${stays}`],
    ],
    [
      'a file that becomes another tenant’s keeps its own',
      [read('a.json', 'x'), read('b.json', 'y')],
      [read('a.json', 'y'), read('b.json', 'y')],
      [
        ['a.json', 'x', 'first'],
        ['b.json', 'y', 'first'],
      ],
      [`a.json: ${second('a', 'b.json')} ${stays}`],
    ],
    [
      'a renamed file is the same tenant under a new id',
      [read('a.json', 'x')],
      [read('b.json', 'x')],
      [['b.json', 'x', 'first']],
      [],
    ],
  ])('%s', (_name, before, after, keys, problems) => {
    expect(settle(before, after)).toEqual({ keys, problems });
  });

  test('a folder that cannot be read keeps its keys, and others stay in use', () => {
    const { keys } = settleKeys([], buildScan({ readings: [read('a.json', 'a')] }));
    const failed = buildFailedScan('folder', 'It cannot be read.');
    const other = buildScan({ readings: [{ ...read('k', 'k'), setting: 'k' }] });
    const settled = settleKeys(keys, joinScans([failed, other]));
    expect(settled.keys.map(({ source }) => source).toSorted()).toEqual(['a.json', 'k']);
    expect(settled.problems).toEqual(failed.problems);
  });
});
