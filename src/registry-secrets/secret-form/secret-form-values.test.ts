import { describe, expect, it } from 'vitest';
import { credentials as credentialTexts } from '../../ui/texts/en/credentials/credentials.ts';
import { secretForm as texts } from '../../ui/texts/en/secret-form.ts';
import {
  addImported,
  emptyRegistry,
  expiryOf,
  firstEmptyField,
  lostRegistries,
  rememberedRegistries,
  secretFormSchema,
  toEntries,
  type RegistryValues,
  type SecretFormValues,
} from './secret-form-values.ts';

const valid: RegistryValues = {
  provider: 'other',
  host: 'ghcr.io',
  username: 'octo',
  accessToken: 'not-real',
};

function problemsOf(values: Partial<SecretFormValues>, nameIsFixed = false): string[] {
  const schema = secretFormSchema({ texts, credentialTexts, takenNames: ['taken'], nameIsFixed });
  const result = schema.safeParse({ name: 'fine', registries: [valid], expiresOn: '', ...values });
  return result.success ? [] : result.error.issues.map(({ path }) => path.join('.'));
}

describe('secretFormSchema', () => {
  it.each([
    { what: 'a whole form', values: {}, problems: [] },
    { what: 'a taken name', values: { name: 'taken' }, problems: ['name'] },
    { what: 'a bad name', values: { name: 'Bad' }, problems: ['name'] },
    {
      what: 'an empty registry',
      values: { registries: [emptyRegistry] },
      problems: ['registries.0.host', 'registries.0.username', 'registries.0.accessToken'],
    },
    {
      what: 'one registry in two spellings',
      values: { registries: [valid, { ...valid, host: 'https://ghcr.io/' }] },
      problems: ['registries.1.host'],
    },
  ])('$what', ({ values, problems }) => {
    expect(problemsOf(values)).toEqual(problems);
  });

  it('takes the name of an existing secret as it is', () => {
    expect(problemsOf({ name: 'Bad' }, true)).toEqual([]);
  });

  it('never holds a credential in an issue', () => {
    const schema = secretFormSchema({ texts, credentialTexts, takenNames: [], nameIsFixed: false });
    const result = schema.safeParse({
      name: '',
      registries: [{ ...valid, host: 'a b', username: 'x:y', accessToken: 'planted-credential' }],
      expiresOn: '',
    });
    expect(result.success).toBe(false);
    expect(JSON.stringify(result.error?.issues)).not.toContain('planted-credential');
  });
});

describe('toEntries', () => {
  it('keeps imported fields', () => {
    expect(toEntries([{ ...valid, extra: { email: 'a@example.com' } }])).toEqual([
      { host: 'ghcr.io', username: 'octo', password: 'not-real', extra: { email: 'a@example.com' } },
    ]);
  });
});

function jwt(exp: number): string {
  return ['{"alg":"none"}', JSON.stringify({ exp }), 'x']
    .map((part) => btoa(part).replaceAll('=', ''))
    .join('.');
}

describe('expiryOf', () => {
  const registries = [
    valid,
    { ...valid, accessToken: jwt(1_900_000_000) },
    { ...valid, accessToken: jwt(1_800_000_000) },
  ];
  it.each([
    { expiresOn: '2027-01-31', expected: '2027-01-31' },
    { expiresOn: '', expected: new Date(1_800_000_000_000).toISOString() },
  ])('the chosen date, else the first end of a accessToken: $expiresOn', ({ expiresOn, expected }) => {
    expect(expiryOf({ name: '', registries, expiresOn })).toBe(expected);
  });
  it('is unknown otherwise', () => {
    expect(expiryOf({ name: '', registries: [valid], expiresOn: '' })).toBeUndefined();
  });
});

describe('lostRegistries', () => {
  it('names those that no registry of the form stands for, whatever the spelling', () => {
    const known = [{ host: 'https://ghcr.io' }, { host: 'quay.io' }];
    expect(lostRegistries(known, [valid])).toEqual([{ host: 'quay.io' }]);
  });
});

describe('addImported', () => {
  it('goes after what was typed, and in the place of an empty registry', () => {
    const imported = { ...valid, host: 'quay.io' };
    expect(addImported([emptyRegistry], [imported])).toEqual([imported]);
    expect(addImported([valid], [imported])).toEqual([valid, imported]);
  });
});

describe('a rotation begins with what is remembered', () => {
  it.each([
    { what: 'nothing', known: [], registries: [['', '']], first: 'host' },
    { what: 'a host', known: [{ host: 'ghcr.io' }], registries: [['ghcr.io', '']], first: 'username' },
    {
      what: 'two registries',
      known: [{ host: 'ghcr.io', username: 'octo' }, { host: 'quay.io' }],
      registries: [
        ['ghcr.io', 'octo'],
        ['quay.io', ''],
      ],
      first: 'accessToken',
    },
  ])('$what', ({ known, registries, first }) => {
    const begun = rememberedRegistries(known);
    expect(begun.map(({ host, username }) => [host, username])).toEqual(registries);
    expect(begun.every(({ accessToken }) => accessToken === '')).toBe(true);
    expect(begun[0] && firstEmptyField(begun[0])).toBe(first);
  });
});
