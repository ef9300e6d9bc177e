import { describe, expect, it } from 'vitest';
import { readServiceAccount } from './service-account.ts';
import { buildStoreBody, emptyStore } from './store-body.ts';
import { awsRegionOf, checkStoreField, proposeHeaders, splitSasToken } from './store-checks.ts';
import { readStoreMetadata, storeValuesOf } from './store-metadata.ts';
import { parseStoreType, storeFields, storeTypes, type StoreFieldId } from './store-types.ts';

const account = JSON.stringify({
  type: 'service_account',
  project_id: 'acme',
  client_email: 'robot@acme.example',
  private_key: 'not-a-real-key ä',
});
const base64 = Buffer.from(account).toString('base64');
const pem = (kind: string) => `-----BEGIN ${kind}-----\r\nbm90IHJlYWw=\r\n-----END ${kind}-----`;

/** Every field of every type, as a user might enter it. */
const typed: Readonly<Record<StoreFieldId, string>> = {
  bucket: ' models ',
  endpoint: 's3.eu-central-1.amazonaws.com',
  region: 'eu-central-1',
  accessKeyId: 'invented-id',
  secretAccessKey: 'invented-secret',
  nameNode: 'https://container-1.files.hdl.example.com',
  tlsCert: pem('CERTIFICATE'),
  tlsKey: pem('PRIVATE KEY'),
  headers: '{"x-sap-filecontainer":"container-1"}',
  containerUri: 'https://acme.blob.core.windows.net/models',
  sasToken: '?sv=2026&sig=invented',
  clientId: '',
  clientSecret: '',
  azureTenantId: 'tenant-1',
  subscriptionId: '',
  serviceAccount: account,
};

describe('what AI Core gets', () => {
  it.each([
    [
      'S3',
      {
        bucket: 'models',
        endpoint: 's3.eu-central-1.amazonaws.com',
        region: 'eu-central-1',
        pathPrefix: 'team-a',
        data: { AWS_ACCESS_KEY_ID: 'invented-id', AWS_SECRET_ACCESS_KEY: 'invented-secret' },
      },
    ],
    [
      'oss',
      {
        pathPrefix: 'team-a',
        data: {
          BUCKET: 'models',
          ENDPOINT: 's3.eu-central-1.amazonaws.com',
          REGION: 'eu-central-1',
          ACCESS_KEY_ID: 'invented-id',
          SECRET_ACCESS_KEY: 'invented-secret',
        },
      },
    ],
    [
      'webhdfs',
      {
        pathPrefix: 'team-a',
        data: {
          HDFS_NAMENODE: 'https://container-1.files.hdl.example.com',
          HEADERS: '{"x-sap-filecontainer":"container-1"}',
          TLS_CERT: '-----BEGIN CERTIFICATE-----\nbm90IHJlYWw=\n-----END CERTIFICATE-----\n',
          TLS_KEY: '-----BEGIN PRIVATE KEY-----\nbm90IHJlYWw=\n-----END PRIVATE KEY-----\n',
        },
      },
    ],
    [
      'azure',
      {
        pathPrefix: 'team-a',
        data: {
          CONTAINER_URI: 'https://acme.blob.core.windows.net/models',
          STORAGE_ACCESS_KEY: 'sv=2026&sig=invented',
          REGION: 'eu-central-1',
          TENANT_ID: 'tenant-1',
        },
      },
    ],
    ['gcs', { pathPrefix: 'team-a', data: { BUCKET: 'models', PRIVATE_KEY: base64 } }],
  ] as const)('of %s', (type, rest) => {
    const body = buildStoreBody({ ...typed, name: 'default', type, pathPrefix: 'team-a ' });
    expect(body).toEqual({ name: 'default', type, ...rest });
  });

  it('an unknown region is left out, except for Alibaba, where SAP shows it as an empty text', () => {
    const values = { ...emptyStore(), ...typed, name: 'default', region: '' };
    expect(buildStoreBody({ ...values, type: 'S3' })).not.toHaveProperty('region');
    expect(buildStoreBody({ ...values, type: 'oss' }).data).toMatchObject({ REGION: '' });
  });

  it('settings that the form does not have stay as they were', () => {
    const values = { ...emptyStore('S3'), ...typed, name: 'default' };
    const flags = { usehttps: '0', verifyssl: '1' };
    expect(buildStoreBody(values, flags)).toMatchObject(flags);
    expect(buildStoreBody({ ...values, type: 'gcs' }, flags)).not.toHaveProperty('usehttps');
  });
});

it('every field of every type is accepted as typed here', () => {
  const found = storeTypes.flatMap((type) =>
    storeFields[type].map((field) => checkStoreField(field, typed[field.id])),
  );
  expect(found.filter((problem) => problem !== undefined)).toEqual([]);
});

it('only required fields are reported as missing', () => {
  const missed = storeTypes.flatMap((type) =>
    storeFields[type]
      .filter((field) => checkStoreField(field, ' ')?.code === 'empty')
      .map(({ id }) => `${type} ${id}`),
  );
  expect(missed.filter((one) => /^(?:S3|azure) /.test(one))).toEqual([
    'S3 bucket',
    'S3 endpoint',
    'S3 accessKeyId',
    'S3 secretAccessKey',
    'azure containerUri',
    'azure sasToken',
  ]);
});

describe('a value that cannot be right', () => {
  it.each([
    ['endpoint', 'https://s3.example.com', { code: 'scheme', suggestion: 's3.example.com' }],
    [
      'endpoint',
      'https://rgw.example.com:8443/models',
      { code: 'scheme', suggestion: 'rgw.example.com:8443' },
    ],
    ['endpoint', 's3.example.com/', { code: 'path', suggestion: 's3.example.com' }],
    ['endpoint', 'https://', { code: 'scheme' }],
    ['endpoint', 's3 example', { code: 'not-a-host' }],
    ['endpoint', 's3.example.com:port', { code: 'not-a-host' }],
    ['endpoint', 'rgw.example.com:8443', undefined],
    ['secretAccessKey', '••••••••', { code: 'masked' }],
    ['bucket', 'my bucket', { code: 'white-space', suggestion: 'mybucket' }],
    ['nameNode', 'files.example.com', { code: 'not-https', suggestion: 'https://files.example.com' }],
    ['nameNode', 'http://files.example.com', { code: 'not-https' }],
    ['containerUri', 'https://a.blob.core.windows.net/', { code: 'no-container' }],
    [
      'containerUri',
      'https://a.blob.core.windows.net/b?sv=1&sig=2',
      { code: 'query', suggestion: 'https://a.blob.core.windows.net/b' },
    ],
    ['tlsCert', 'bm90IHJlYWw=', { code: 'not-pem' }],
    ['tlsCert', pem('PRIVATE KEY'), { code: 'not-pem' }],
    ['tlsKey', pem('RSA PRIVATE KEY'), undefined],
    ['headers', '{', { code: 'not-json' }],
    ['headers', '[]', { code: 'not-headers' }],
    ['headers', '{"a":1}', { code: 'not-headers' }],
    ['serviceAccount', 'hello', { code: 'not-json' }],
    ['serviceAccount', '{"type":"authorized_user"}', { code: 'not-a-service-account' }],
  ] as const)('%s: %s', (id, value, problem) => {
    const field = Object.values(storeFields)
      .flat()
      .find((one) => one.id === id);
    expect(field && checkStoreField(field, value)).toEqual(problem);
  });
});

describe('readServiceAccount', () => {
  it.each([
    ['a key file', ` ${account}\n`],
    ['base64 of it', base64],
  ])('%s is sent as base64, without a byte changed', (_what, text) => {
    const read = readServiceAccount(text);
    expect(read).toEqual({ ok: true, encoded: base64, email: 'robot@acme.example', project: 'acme' });
  });
});

it('a SAS token that is pasted with its container’s address is split off', () => {
  const uri = 'https://a.blob.core.windows.net/b';
  expect(splitSasToken(`${uri}?sv=1&sig=x%3D`)).toEqual({ uri, token: 'sv=1&sig=x%3D' });
  expect(splitSasToken(`${uri}?comp=list`)).toEqual({ uri, token: undefined });
  expect(splitSasToken(uri)).toEqual({ uri, token: undefined });
});

it('the headers of a data lake are derived from its address', () => {
  expect(proposeHeaders('https://c-1.files.hdl.example.com')).toBe(
    '{"x-sap-filecontainer":"c-1","Content-Type":"application/octet-stream"}',
  );
  expect(proposeHeaders('c-1')).toBe('');
});

it.each([
  ['s3.eu-central-1.amazonaws.com', 'eu-central-1'],
  ['s3-us-west-2.amazonaws.com', 'us-west-2'],
  ['bucket.s3.ap-southeast-2.amazonaws.com', 'ap-southeast-2'],
  ['s3.cn-north-1.amazonaws.com.cn', 'cn-north-1'],
  ['s3.amazonaws.com', undefined],
  ['rgw.example.com', undefined],
])('the region in %s is %s', (endpoint, region) => {
  expect(awsRegionOf(endpoint)).toBe(region);
});

describe('what the API returns', () => {
  const metadata = {
    'storage.ai.sap.com/type': 's3',
    'storage.ai.sap.com/bucket': 'models',
    'storage.ai.sap.com/endpoint': 's3.example.com',
    'storage.ai.sap.com/pathPrefix': 'team-a',
    'storage.ai.sap.com/region': '',
    'serving.kubeflow.org/s3-usehttps': '0',
  };

  it('fills the form, without any credential', () => {
    const known = readStoreMetadata(metadata);
    expect(known).toMatchObject({ type: 'S3', place: 'models', flags: { usehttps: '0' } });
    expect(storeValuesOf('default', known)).toEqual({
      ...emptyStore('S3'),
      name: 'default',
      bucket: 'models',
      endpoint: 's3.example.com',
      pathPrefix: 'team-a',
    });
  });

  it('may be of an unknown type, or empty', () => {
    expect(readStoreMetadata({ 'storage.ai.sap.com/type': 'ftp' })).toMatchObject({
      type: undefined,
      typeName: 'ftp',
      place: undefined,
    });
    expect(readStoreMetadata({})).toMatchObject({ type: undefined, typeName: undefined });
    expect(parseStoreType('WEBHDFS')).toBe('webhdfs');
  });
});
