import { readFileSync } from 'node:fs';
import type { FastifyBaseLogger } from 'fastify';
import { parse } from 'yaml';
import * as z from 'zod';
import { BootError } from '../common/boot-error.ts';
import { grantedResources, roleNames, type Grant } from './roles.ts';

const roleSchema = z.strictObject({
  role: z.enum(roleNames),
  resources: z.array(z.enum(grantedResources)).min(1).default(['*']),
  tenants: z.array(z.string().regex(/^[\w.*-]{1,128}$/)).min(1),
});
const fileSchema = z.strictObject({
  groups: z.record(z.string().min(1), z.union([roleSchema, z.array(roleSchema).min(1)])),
});

/** What the members of each group may do, by the group's name. */
export type GroupGrants = ReadonlyMap<string, readonly Grant[]>;

/** A file that says which groups may do what; it is read again when it changes. */
export interface AccessFile {
  groups(): GroupGrants;
  close(): void;
}

/**
 * Opens the file. A change that cannot be used is logged, and the previous roles stay in use.
 * @throws {BootError} when the file cannot be used at the start.
 */
export function openAccessFile(
  file: string,
  { logger, pollMs = 1000 }: { logger: FastifyBaseLogger; pollMs?: number },
): AccessFile {
  let text = readText(file);
  const first = parseAccess(text);
  if (typeof first === 'string') throw new BootError(`CONSOLE_ACCESS_FILE: ${file} ${first}.`);
  let groups = first;
  let seen = text;
  // Read at intervals, because mounts of Kubernetes and network file systems report no changes.
  const rereading = setInterval(() => {
    const now = readText(file);
    // A file that is still being written can grant more than intended: it counts once it was the same twice.
    const isWhole = now === seen;
    seen = now;
    if (!isWhole || now === text) return;
    text = now;
    const next = parseAccess(now);
    if (typeof next === 'string') {
      logger.error({ file }, `${file} ${next}; the previous roles stay in use`);
      return;
    }
    groups = next;
    logger.info({ file }, 'the roles were read again');
  }, pollMs).unref();
  return { groups: () => groups, close: () => clearInterval(rereading) };
}

/** The groups, or what is wrong as the end of a sentence. */
function parseAccess(text: string | undefined): GroupGrants | string {
  if (text === undefined) return 'cannot be read';
  const value = parseText(text);
  if (value === undefined) return 'is neither YAML nor JSON';
  const parsed = fileSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const roles = `a role (${roleNames.join(', ')})`;
    const resources = `resources (${grantedResources.join(', ')})`;
    return `is wrong at ${issue?.path.join('.') || 'its top'}: it must hold groups, each with ${roles}, a list of tenants and, unless the role covers everything, a list of ${resources}`;
  }
  const entries = Object.entries(parsed.data.groups);
  return new Map(entries.map(([group, roles]) => [group, [roles].flat().flatMap(expand)]));
}

function expand({ role, resources, tenants }: z.infer<typeof roleSchema>): Grant[] {
  return resources.map((resource) => ({ role, resource, tenants }));
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function parseText(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 10 });
  } catch {
    return undefined;
  }
}
