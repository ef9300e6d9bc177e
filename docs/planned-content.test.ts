import { expect, test } from 'vitest';
import { readBodyFacts } from '../gateway/calls/subject.ts';
import { emptyStore } from '../src/domain/object-store/store-body.ts';
import { storeTypes } from '../src/domain/object-store/store-types.ts';
import { application } from '../src/domain/rollout/kinds/application.ts';
import { dockerRegistrySecret } from '../src/domain/rollout/kinds/docker-registry-secret.ts';
import { genericSecret } from '../src/domain/rollout/kinds/generic-secret.ts';
import { gitRepository } from '../src/domain/rollout/kinds/git-repository.ts';
import { objectStoreSecret } from '../src/domain/rollout/kinds/object-store-secret.ts';
import { resourceGroup } from '../src/domain/rollout/kinds/resource-group.ts';
import type { RolloutOrder } from '../src/domain/rollout/rollout-kind.ts';

const name = 'nightly';
const credential = 'invented-credential';
const url = 'https://git.example/team/app';
const stores = storeTypes.map((type): [string, RolloutOrder] => {
  const values = {
    ...emptyStore(type),
    name,
    bucket: 'models',
    endpoint: 's3.example.com',
    region: 'eu-central-1',
    pathPrefix: 'team-a',
    nameNode: 'https://lake.example',
    headers: '{"x-sap-filecontainer":"invented-credential"}',
    containerUri: 'https://store.blob.core.windows.net/models',
    clientId: 'client',
    azureTenantId: 'tenant',
    subscriptionId: 'subscription',
    accessKeyId: credential,
    secretAccessKey: credential,
    sasToken: credential,
    clientSecret: credential,
    tlsCert: credential,
    tlsKey: credential,
  };
  return ['objectStoreSecrets', objectStoreSecret.order('team-a', values, { usehttps: '1', verifyssl: '0' })];
});

test.each<[string, RolloutOrder]>([
  [
    'dockerRegistrySecrets',
    dockerRegistrySecret.order({
      name,
      entries: [{ host: 'ghcr.io', username: 'octo', password: credential }],
      expiresAt: undefined,
    }),
  ],
  ['repositories', gitRepository.order({ name, url, username: 'octo', password: credential })],
  ['applications', application.order({ name, repositoryUrl: url, revision: 'main', path: 'a' })],
  ['resourceGroups', resourceGroup.order({ name, labels: [{ key: 'ext.ai.sap.com/a', value: 'true' }] })],
  ['resourceGroups', resourceGroup.order({ name, labels: [] })],
  ['secrets', genericSecret.order({ kind: 'tenant' }, { name, entries: [{ key: 'a', text: credential }] })],
  ...stores,
])('a plan of the page for %s says what the gateway reads from the writes', (resource, { says, write }) => {
  const known = Object.fromEntries(Object.entries(says).filter(([, value]) => value !== undefined));
  for (const body of [write?.create.body, write?.update(name).body]) {
    const { subject = {}, isHidden } = readBodyFacts(body, resource);
    expect(isHidden).toBe(false);
    // A repository's address cannot be changed.
    const { url: address, ...rest } = known;
    const isChange = resource === 'repositories' && body !== write?.create.body;
    const { settings = {}, ...others } = isChange ? rest : { ...rest, ...(address !== undefined && { url }) };
    expect(subject).toEqual({ ...others, ...(Object.keys(settings).length > 0 && { settings }) });
    expect(JSON.stringify(subject)).not.toContain(credential);
  }
});
