import { expect, test } from 'vitest';
import { parseConfig } from './config.ts';

const services = (credentials: unknown) => JSON.stringify({ 'postgresql-db': [{ credentials }] });
const uri = 'postgres://u:invented@db.example:5432/d';

test.each([
  [services({ uri }), { databaseUrl: uri }],
  [services({ uri, sslrootcert: 'PEM' }), { databaseUrl: uri, databaseCertificates: 'PEM' }],
  [services({ hostname: 'db.example' }), {}],
  ['{"xsuaa":[]}', {}],
  ['no JSON', {}],
])('with VCAP_SERVICES=%s the store is in %j', (text, expected) => {
  expect(parseConfig({ VCAP_SERVICES: text }).store).toEqual(expected);
});

test('DATABASE_URL wins over a bound database', () => {
  const env = {
    VCAP_SERVICES: services({ uri, sslrootcert: 'PEM' }),
    DATABASE_URL: 'postgres://own.example/d',
  };
  expect(parseConfig(env).store).toEqual({ databaseUrl: 'postgres://own.example/d' });
});
