import type { Grant, RoleName } from './roles.ts';

/** The middle part of SAP AI Launchpad's role names, and the resource that it means. */
const resources = new Map(
  Object.entries({
    dockerregistrysecret: 'dockerRegistrySecrets',
    repositories: 'repositories',
    applications: 'applications',
    resourcegroup: 'resourceGroups',
    objectstoresecret: 'objectStoreSecrets',
    genericsecret: 'secrets',
  }),
);

/** What a role or role collection of SAP AI Launchpad gives, by its exact name; it applies to all tenants. */
export function readSapRole(name: string): Grant | undefined {
  const [, of, role] = /^(?:ailaunchpad_)?aicore_admin_(?:([a-z]+)_)?(viewer|editor)$/.exec(name) ?? [];
  if (!isRole(role)) return undefined;
  if (of === undefined)
    return name.startsWith('ailaunchpad_') ? { role, resource: '*', tenants: ['*'] } : undefined;
  const resource = resources.get(of);
  return resource === undefined || name.startsWith('ailaunchpad_')
    ? undefined
    : { role, resource, tenants: ['*'] };
}

function isRole(text: string | undefined): text is Exclude<RoleName, 'auditor'> {
  return text === 'viewer' || text === 'editor';
}
