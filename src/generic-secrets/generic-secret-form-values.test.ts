import { describe, expect, it } from 'vitest';
import { genericSecrets as texts } from '../ui/texts/en/groups/generic-secrets.ts';
import {
  emptyEntry,
  genericSecretFormSchema,
  type GenericSecretValues,
} from './generic-secret-form-values.ts';

function problems(values: Partial<GenericSecretValues>, isNew = true) {
  const taken = isNew ? ['there'] : undefined;
  const whole = {
    name: 'model-key',
    entries: [{ ...emptyEntry, key: 'token', text: 'invented' }],
    ...values,
  };
  const result = genericSecretFormSchema({ texts, taken }).safeParse(whole);
  return result.error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? [];
}

describe('the form of a generic secret', () => {
  it('takes what AI Core takes', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ entries: [{ key: 'a', text: '', file: { name: 'a', size: 0, base64: '' } }] })).toEqual(
      [],
    );
    // Who rotates cannot change the name, and is not asked for it.
    expect(problems({ name: 'there' }, false)).toEqual([]);
  });

  it('says at each field what is wrong', () => {
    expect(problems({ name: 'there', entries: [emptyEntry] })).toEqual([
      ['name', 'A secret “there” already exists here. Choose another name.'],
      ['entries.0.key', 'Enter a key, for example API_KEY.'],
      ['entries.0.text', 'Enter a value, or use a file.'],
    ]);
    const twice = { ...emptyEntry, key: 'token', text: 'invented' };
    expect(problems({ entries: [twice, twice] })).toEqual([
      ['entries.1.key', '“token” occurs twice. Each key can have one value.'],
    ]);
    expect(problems({ entries: [{ ...emptyEntry, key: 'token', text: 'x'.repeat(1_048_577) }] })).toEqual([
      ['entries.0.text', expect.stringContaining('Kubernetes does not accept larger secrets')],
    ]);
  });

  it('quotes no value', () => {
    const planted = 'planted-fake-value';
    const all = problems({ entries: [{ ...emptyEntry, key: 'a b', text: planted }] });
    expect(JSON.stringify(all)).not.toContain(planted);
  });
});
