import type { Person } from '../sign-in/person.ts';
import type { GroupGrants } from './access-file.ts';
import { roleNames, type Grant } from './roles.ts';
import { readSapRole } from './sap-roles.ts';

const everything: Grant = { role: 'editor', resource: '*', tenants: ['*'] };

/**
 * What somebody may do. `groups` is what the file says; without a file everybody who signs in is an editor, unless the
 * issuer gives roles. If nobody has to sign in (`person` is undefined), everybody is an editor.
 */
export function findGrants(person: Person | undefined, groups: GroupGrants | undefined): readonly Grant[] {
  if (person === undefined) return [everything];
  if (groups === undefined && person.roles === undefined) return [everything];
  const given = (person.roles ?? []).flatMap((role) => groups?.get(role) ?? readRole(role));
  const ofGroups = person.groups.flatMap((group) => groups?.get(group) ?? readSapRole(group) ?? []);
  return [...given, ...ofGroups];
}

function readRole(name: string): readonly Grant[] {
  const role = roleNames.find((known) => known === name);
  if (role !== undefined) return [{ role, resource: '*', tenants: ['*'] }];
  const ofSap = readSapRole(name);
  return ofSap === undefined ? [] : [ofSap];
}
