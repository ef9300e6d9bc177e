import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aboveLinear, growthOf } from '../../text/testing/growth.ts';
import { buildDockerConfigJson, buildSecretBody } from '../docker-config.ts';
import type { RegistryEntry } from '../docker-config.ts';
import { decodeImportFile } from './decode-import-file.ts';
import { importCredentials } from './import-credentials.ts';
import type { ImportResult } from './import-result.ts';

const folder = path.join(import.meta.dirname, 'fixtures');
const outcomesFile = 'expected-outcomes.json';
const casesFile = 'field-cases.jsonl';
const files = readdirSync(folder).filter((file) => file !== outcomesFile && file !== casesFile);
const outcomes: Record<string, unknown> = JSON.parse(readFileSync(path.join(folder, outcomesFile), 'utf8'));

interface FieldCase {
  readonly id: string;
  readonly input: string;
  readonly expected: ImportResult;
}

const fieldCases = readFileSync(path.join(folder, casesFile), 'utf8')
  .trim()
  .split('\n')
  .map((line): FieldCase => JSON.parse(line));

/** Texts that a careless regular expression, or a search from every position, reads in quadratic time. */
const hostileTexts: Readonly<Record<string, (length: number) => string>> = {
  blanks: (length) => ' '.repeat(length),
  'blanks before a word': (length) => `${' '.repeat(length)}x`,
  'blank lines': (length) => `x${'\n'.repeat(length)}x`,
  'blanks in a command': (length) => `kubectl create secret${' '.repeat(length)}x`,
  programs: (length) => 'docker '.repeat(length / 7),
  'lines of commands': (length) => 'docker login ghcr.io -u a -p b\n'.repeat(length / 31),
  'open quotes': (length) => `docker login ${`"'`.repeat(length / 2)}`,
  'open substitutions': (length) => `docker login ${'$('.repeat(length / 2)}`,
  'open braces of variables': (length) => `docker login ${'${'.repeat(length / 2)}`,
  backticks: (length) => `docker login x${'`'.repeat(length - 1)}`,
  'backslashes for cmd': (length) => `docker login ^\n"${'\\'.repeat(length)}`,
  backslashes: (length) => `docker login "${'\\'.repeat(length)}`,
  'angle brackets': (length) => `docker login ${'<a'.repeat(length / 2)}`,
  dashes: (length) => `docker login ${'-a '.repeat(length / 3)}`,
  'a long option many times': (length) =>
    `kubectl create secret generic x ${'--from-literal=a '.repeat(length / 17)}`,
  assignments: (length) => 'a=b '.repeat(length / 4),
  'here-documents': (length) => `cat ${'<<E '.repeat(length / 4)}\ndocker login`,
  fences: (length) => '```\n'.repeat(length / 4),
  'lines that open a brace': (length) => '{\n'.repeat(length / 2),
  'closed braces': (length) => `x ${'{}'.repeat(length / 2)}`,
  'names of the config': (length) => '".dockerconfigjson": "'.repeat(length / 22),
  'names of the config, escaped': (length) => '.dockerconfigjson\\": \\"'.repeat(length / 22),
  'equal signs in auth': (length) => `{"auths":{"h":{"auth":"${'='.repeat(length)}x"}}}`,
  'a hostile host': (length) => `{"auths":{"${'<a>'.repeat(length / 3)} ":{"username":"a","password":"b"}}}`,
  'curly brackets': (length) => `{"auths":{"${'{{'.repeat(length / 2)}":{"username":"a","password":"b"}}}`,
  capitals: (length) => `{"auths":{"h":{"username":"a","password":"${'A_'.repeat(length / 2)}!"}}}`,
  'keys of YAML': (length) => `kind:\n${'a'.repeat(length)}`,
  'open brackets of YAML': (length) => `kind: ${'[a,'.repeat(length / 3)}`,
  'shells in shells': (length) => `bash -c "${'docker login '.repeat(length / 13)}"`,
  'quoted commands': (length) => `ssh ${"'docker login x' ".repeat(length / 17)}`,
  'letters of curl': (length) => `curl -${'s'.repeat(length)} https://h.example/v2/`,
  'addresses of curl': (length) => `curl -u a:b ${'https://h.example/v2/ '.repeat(length / 22)}`,
  'a path of curl': (length) => `curl -u a:b https://h.example/v2${'/manifests'.repeat(length / 10)}/`,
  'machines of netrc': (length) => 'machine h.example login a '.repeat(length / 26),
  'open quotes of netrc': (length) => `machine h.example ${'" '.repeat(length / 2)}`,
  'macros of netrc': (length) => `machine h.example login a\n${'macdef x\n'.repeat(length / 9)}`,
  'blocks of Terraform': (length) => 'a {\n'.repeat(length / 4),
  'blocks of one type': (length) => 'a {\n}\n'.repeat(length / 6),
  'comments of Terraform': (length) => `a {\n${'/*'.repeat(length / 2)}`,
  'templates of Terraform': (length) => `a {\nb = "${'${'.repeat(length / 2)}`,
  'strings of Terraform': (length) => `a {\n${'b = "c" ? "'.repeat(length / 11)}`,
  'here-documents of Terraform': (length) => `a {\n${'b = <<E\n'.repeat(length / 8)}`,
  'open brackets of Terraform': (length) => `a {\nb = ${'['.repeat(length)}`,
  'fields of one answer': (length) =>
    `{"x":{${'"a_password":"b","a_user":"c",'.repeat(length / 30)}"host":"h.example"}}`,
  'fields with names of their own': (length) =>
    `{"x":{${Array.from({ length: length / 24 }, (_, index) => `"r${index}_password":"b"`).join(',')}}}`,
  interpolations: (length) => `{"auths":{"h":{"username":"a","password":"${'${a.'.repeat(length / 4)}"}}}`,
  'a list of YAML': (length) => `kind: x\n${'- '.repeat(length / 2)}`,
};

const anyText = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
    fc.constantFrom('__proto__', '7', 'a:b', '"', '\\', '\uD800', '\uFFFD', '\r\n', "it's $HOME `id`"),
  )
  .filter((text) => text !== '');
const entry = fc.record({ host: anyText, username: anyText, password: anyText });
const entries = fc.uniqueArray(entry, { selector: ({ host }) => host, minLength: 1, maxLength: 6 });

describe('the import files', () => {
  it('each have an expected outcome', () => {
    expect(Object.keys(outcomes).toSorted()).toEqual(files.toSorted());
    expect(files.length).toBeGreaterThan(100);
  });

  it.each(files)('%s', async (file) => {
    expect(await importFile(readFileSync(path.join(folder, file)))).toEqual(outcomes[file]);
  });

  it('never make it throw when truncated', async () => {
    for (const file of files) {
      const bytes = readFileSync(path.join(folder, file));
      for (const part of [0.3, 0.6, 0.9]) {
        const result = await importFile(bytes.subarray(0, Math.floor(bytes.length * part)));
        expect(result).toHaveProperty('ok');
      }
    }
  });
});

describe('what is pasted in practice', () => {
  it.each(fieldCases)('$id', async ({ input, expected }) => {
    expect(await importCredentials(input)).toEqual(expected);
  });
});

describe('the time that an import takes', () => {
  it.each(Object.entries(hostileTexts))('grows with the text and no faster: %s', async (_, build) => {
    expect(await growthOf(importCredentials, build, 2 ** 12)).toBeLessThan(aboveLinear);
  });
});

describe('importCredentials', () => {
  it.each([{ withAuth: false }, { withAuth: true }])('reads what the console builds, %o', async (options) => {
    await fc.assert(
      fc.asyncProperty(entries, async (list) => {
        const found = { entries: list, leftOut: [], notices: [] };
        const text = buildDockerConfigJson(list, options);
        expect(await importCredentials(text)).toEqual({ ok: true, format: 'docker-config', ...found });
        const body = JSON.stringify(buildSecretBody('my-secret', list, options), undefined, 2);
        const format = 'ai-core-request';
        expect(await importCredentials(body)).toEqual({
          ok: true,
          format,
          secretName: 'my-secret',
          ...found,
        });
      }),
    );
  });

  it.each(['userName', 'u\u017Fername'])('takes %s for the username, as Go does', async (name) => {
    const text = JSON.stringify({
      auths: { h: { username: 'shown', password: 'invented', [name]: 'used' } },
    });
    expect(await importCredentials(text)).toMatchObject({
      entries: [{ host: 'h', username: 'used', password: 'invented' }],
    });
  });

  it('reads auth alone, as skopeo writes it', async () => {
    const plain = fc.string({ unit: 'grapheme', minLength: 1 });
    const login = fc.record({ username: plain.filter((text) => !text.includes(':')), password: plain });
    await fc.assert(
      fc.asyncProperty(login, async ({ username, password }) => {
        const auth = Buffer.from(`${username}:${password}`).toString('base64');
        const text = JSON.stringify({ auths: { 'localhost:5000': { auth } } }, undefined, '\t');
        const result = await importCredentials(text);
        expect(result).toMatchObject({
          entries: [{ host: 'localhost:5000', username, password }],
          leftOut: [],
        });
      }),
    );
  });

  it('keeps the order and every entry of 500 registries', async () => {
    const list: RegistryEntry[] = Array.from({ length: 500 }, (_, index) => {
      return { host: `r${index}.example.com`, username: `user-${index}`, password: 'not-a-real-password' };
    });
    const result = await importCredentials(buildDockerConfigJson(list, { withAuth: true }));
    expect(result.ok && result.entries).toEqual(list);
  });

  it.each([
    ['by its length', 'x'.repeat(5 * 2 ** 20), 5_242_880],
    ['by its bytes', 'é'.repeat(2 ** 19 + 1), 1_048_578],
  ])('refuses text that is too large, %s', async (_, text, bytes) => {
    const problem = { code: 'too-large', bytes, maxBytes: 1_048_576 };
    expect(await importCredentials(text)).toEqual({ ok: false, problem });
  });

  it('reads pasted text with a byte order mark, and refuses a NUL', async () => {
    const text = buildDockerConfigJson([{ host: 'h', username: 'u', password: 'p' }]);
    expect(await importCredentials(`\uFEFF${text}`)).toHaveProperty('ok', true);
    expect(await importCredentials(`${text}\0`)).toEqual({ ok: false, problem: { code: 'binary' } });
  });

  it('reads a text of exactly 1 MiB', async () => {
    const text = buildDockerConfigJson([{ host: 'h', username: 'u', password: 'p' }]);
    expect(await importCredentials(text.padEnd(2 ** 20))).toHaveProperty('ok', true);
  });

  it('never throws, and never quotes the text in a problem', async () => {
    const secret = 'not-a-real-password';
    const whole = [
      buildDockerConfigJson([{ host: 'ghcr.io', username: 'jane', password: secret }]),
      `apiVersion: v1\nkind: Secret\nstringData:\n  .dockerconfigjson: '{"password": "${secret}"}'\n`,
      `docker login ghcr.io -u jane -p '${secret}'`,
    ];
    const piece = fc.constantFrom(
      '"',
      "'",
      '{',
      '}',
      '\n',
      ': ',
      '\t',
      '&a *a',
      '%',
      '\uFEFF',
      '---\n',
      '\0',
      '!!x ',
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...whole), fc.nat(), piece, async (text, at, damage) => {
        const index = at % text.length;
        const result = await importCredentials(text.slice(0, index) + damage + text.slice(index));
        expect(JSON.stringify(result.ok ? result.notices : result)).not.toContain(secret);
      }),
      { numRuns: 300 },
    );
  });

  it('has a result for any text', async () => {
    const unit = fc.constantFrom(
      ...`{}[]":,'\n\t -#$&*!|>%@\\ab0=`.split(''),
      'kind: ',
      'auths',
      'docker login ',
      '\uD800',
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit })), async (text) => {
        expect(await importCredentials(text)).toHaveProperty('ok');
      }),
      { numRuns: 400 },
    );
  });
});

async function importFile(bytes: Uint8Array): Promise<ImportResult> {
  const decoded = decodeImportFile(bytes);
  return 'text' in decoded ? importCredentials(decoded.text) : { ok: false, problem: decoded.problem };
}
