import { expect, it } from 'vitest';
import { emptyStore, type StoreValues } from '../domain/object-store/store-body.ts';
import { objectStores as texts } from '../ui/texts/en/groups/object-stores.ts';
import { storeFormSchema, suggestionFor } from './store-form-values.ts';

const filled: StoreValues = {
  ...emptyStore('S3'),
  name: 'default',
  bucket: 'models',
  endpoint: 's3.example.com',
  accessKeyId: 'invented-id',
  secretAccessKey: 'invented-secret',
};

function problems(values: StoreValues, taken?: readonly string[]): Record<string, string> {
  const issues = storeFormSchema({ texts, taken }).safeParse(values).error?.issues ?? [];
  return Object.fromEntries(issues.map(({ path, message }) => [path.join('.'), message]));
}

it('each broken rule of the type is a sentence at its field, and other types have none', () => {
  expect(problems(filled, [])).toEqual({});
  expect(
    problems({ ...filled, endpoint: 'https://s3.example.com', bucket: '', containerUri: 'x' }, []),
  ).toEqual({
    bucket: 'Enter the name of the bucket.',
    endpoint: 'Leave out “https://”. AI Core adds it itself.',
  });
  expect(Object.keys(problems({ ...filled, type: 'gcs', bucket: '' }, []))).toEqual([
    'bucket',
    'serviceAccount',
  ]);
});

it('a new secret has a free name; that of an old one cannot be changed', () => {
  expect(problems(filled, ['default'])).toEqual({
    name: 'This resource group already has a secret “default”. Choose another name.',
  });
  expect(problems({ ...filled, name: 'Default' }, [])).toMatchObject({
    name: expect.stringContaining('“D”'),
  });
  expect(problems({ ...filled, name: 'Default' })).toEqual({});
});

it('offers what was meant', () => {
  expect(suggestionFor({ ...filled, endpoint: 'https://s3.example.com/models' }, 'endpoint')).toBe(
    's3.example.com',
  );
  expect(suggestionFor(filled, 'endpoint')).toBeUndefined();
});
