import type { RolloutKindId } from '../../../../domain/rollout/rollout-kinds.ts';
import { stateOf } from '../shared/kind-states.ts';

type Words = Record<RolloutKindId, string>;

const things: Words = {
  'docker-registry-secret': 'Docker registry secret',
  'git-repository': 'Git repository',
  application: 'Application',
  'resource-group': 'Resource group',
  'object-store-secret': 'Object store secret',
  'generic-secret': 'Generic secret',
};

const nameLabels: Words = {
  'docker-registry-secret': 'Name of the secret',
  'git-repository': 'Name of the repository',
  application: 'Name of the application',
  'resource-group': 'ID of the resource group',
  'object-store-secret': 'Name of the object store secret',
  'generic-secret': 'Name of the generic secret',
};

/** What an update takes away. */
const replaces: Words = {
  'docker-registry-secret':
    'The new registries replace all those in the secret. AI Core never returns the old credentials.',
  'git-repository': 'The new credentials replace the old ones. AI Core never returns the old ones.',
  application: 'Each application then reads the new repository, revision and path.',
  'resource-group': 'The new labels replace all those of the group.',
  'object-store-secret':
    'The new store and credentials replace the old ones. AI Core never returns the old credentials.',
  'generic-secret':
    'The new keys and values replace all those in the secret. AI Core never returns the old ones.',
};

/** What a removal breaks. */
const removes: Words = {
  'docker-registry-secret':
    'New pods in these tenants whose template uses it will fail to pull their images. This cannot be undone.',
  'git-repository': 'Applications in these tenants that read from it stop working. This cannot be undone.',
  application: 'Its templates are no longer synced in these tenants.',
  'resource-group':
    'Everything in the groups is deleted with them, and running deployments stop answering. This cannot be undone.',
  'object-store-secret':
    'Executions in these tenants can no longer read or write the store. This cannot be undone.',
  'generic-secret': 'Containers in these tenants that read it fail to start. This cannot be undone.',
};

/** What is said of each kind that can be rolled out. */
export const kinds = { things, nameLabels, replaces, removes, stateOf };
