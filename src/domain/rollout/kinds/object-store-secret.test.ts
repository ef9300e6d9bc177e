import { expect, test } from 'vitest';
import { emptyStore } from '../../object-store/store-body.ts';
import { objectStoreSecret, storeValuesOfKept } from './object-store-secret.ts';
import { resourceGroup } from './resource-group.ts';

const answered = {
  name: 'default-object-store-secret',
  metadata: {
    'storage.ai.sap.com/type': 'S3',
    'storage.ai.sap.com/bucket': 'models',
    'storage.ai.sap.com/region': 'eu-central-1',
    'storage.ai.sap.com/pathPrefix': 'team-a',
    'serving.kubeflow.org/s3-usehttps': '0',
  },
};
const [kept] = objectStoreSecret.lists(['team-a'])[0]?.read([answered]) ?? [];
const headers = { 'AI-Resource-Group': 'team-a' };

test('the facts of a store are kept, and fill its form except for the credentials', () => {
  expect(kept).toMatchObject({ name: 'default', facts: { resourceGroup: 'team-a', bucket: 'models' } });
  const values = kept && storeValuesOfKept(kept);
  expect(values).toEqual({
    ...emptyStore('S3'),
    name: 'default',
    bucket: 'models',
    region: 'eu-central-1',
    pathPrefix: 'team-a',
  });
  expect(kept && objectStoreSecret.shownFacts(kept)).toEqual(['team-a', 'S3', 'models']);
});

test('the requests go to its resource group, with the earlier settings', () => {
  const values = {
    ...emptyStore('S3'),
    name: 'default',
    bucket: 'models',
    accessKeyId: 'not-a-real-id',
    secretAccessKey: 'not-a-real-key',
  };
  const order = objectStoreSecret.order('team-a', values, kept?.facts);
  expect(order.write?.create).toMatchObject({
    method: 'POST',
    path: 'objectStoreSecrets',
    headers,
    body: { name: 'default', type: 'S3', bucket: 'models', usehttps: '0' },
  });
  expect(order.write?.update('default')).toMatchObject({ path: 'objectStoreSecrets/default', headers });
  expect(order.lookup).toMatchObject({ path: 'objectStoreSecrets/default', headers });
  expect(order.remove).toMatchObject({ method: 'DELETE', path: 'objectStoreSecrets/default', headers });
  expect(JSON.stringify([order.name, order.facts])).not.toContain('not-a-real');
});

test('it needs its resource group', () => {
  const order = objectStoreSecret.order('team-a', emptyStore('S3'));
  expect(order.needs).toBe(resourceGroup.order({ name: 'team-a', labels: [] }).provides);
});
