import { describe, expect, test } from 'vitest';
import { newSecretSchema, repositoryPathSchema, secretPathSchema } from './admin-schemas.ts';

/** The regular expression in the API's own description. */
const documentedName = /^[a-z0-9](?:_?[a-z0-9.-]+)*[a-z0-9]$/;

function accepts(name: string): boolean {
  return secretPathSchema.safeParse({ name }).success;
}

function* words(alphabet: string[], longest: number): Generator<string> {
  let previous = [''];
  for (let length = 1; length <= longest; length += 1) {
    previous = previous.flatMap((word) => alphabet.map((letter) => word + letter));
    yield* previous;
  }
}

describe('secret names', () => {
  test('the same names are accepted as by the documented expression', () => {
    const differing = [...words(['a', '0', '_', '.', '-', 'A', '\n'], 6)].filter(
      (name) => accepts(name) !== documentedName.test(name),
    );
    expect(differing).toEqual([]);
  });

  test.each([
    ['63 characters', 'a'.repeat(63), true],
    ['64 characters', 'a'.repeat(64), false],
    // The documented expression would take ages for this one.
    ['long and wrong at the end', `${'a'.repeat(62)}!`, false],
    ['empty', '', false],
  ])('%s', (_case, name, expected) => {
    expect(accepts(name)).toBe(expected);
  });
});

test.each([
  ['1 character', 'a', true],
  ['a dash only', '-', true],
  ['51 characters', 'a'.repeat(51), true],
  ['52 characters', 'a'.repeat(52), false],
  ['a capital', 'Repo', false],
  ['a dot', 'my.repo', false],
])('repository name: %s', (_case, name, expected) => {
  expect(repositoryPathSchema.safeParse({ name }).success).toBe(expected);
});

test.each([
  ['auths with an entry', '{"auths":{"ghcr.io":{}}}', true],
  ['empty auths', '{"auths":{}}', true],
  ['further keys beside auths', '{"auths":{},"credsStore":"desktop"}', true],
  ['auths as an array', '{"auths":[]}', false],
  ['auths null', '{"auths":null}', false],
  ['no auths', '{}', false],
  ['an array', '[]', false],
  ['a text that is not JSON', 'auths', false],
  ['nothing', '', false],
])('.dockerconfigjson: %s', (_case, text, expected) => {
  const body = { name: 'my-registry', data: { '.dockerconfigjson': text } };
  expect(newSecretSchema.safeParse(body).success).toBe(expected);
});
