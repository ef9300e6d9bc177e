import { z } from 'zod/mini';
import { findApplicationProblem } from '../../application/application-problem.ts';
import { findTwins, isSameSource, type ApplicationSource } from '../../application/application-source.ts';
import {
  applicationStatusSchema,
  judgeApplication,
  parseApplicationStatus,
} from '../../application/application-status.ts';
import { objectPath } from '../../connection/object-path.ts';
import { lenientText } from '../../text/lenient-text.ts';
import { removeUrlCredentials } from '../../text/url-credentials.ts';
import type { Existing, KeptObject, OrderWrites, Proof, RolloutKind, RolloutOrder } from '../rollout-kind.ts';
import { repositoryNeed, repositorySpelling } from './git-repository.ts';

const found = z.array(
  z.object({
    applicationName: z.string(),
    repositoryUrl: lenientText,
    revision: lenientText,
    path: lenientText,
  }),
);
const statuses = z.array(applicationStatusSchema);

interface ApplicationValues extends ApplicationSource {
  readonly name: string;
}

/**
 * An application is identified by its name. Another application with the same source blocks it, because the two would
 * break each other.
 */
export const application = {
  resource: 'applications',
  hasQuota: true,
  page: '/$tenant/applications',
  newPage: '/$tenant/applications/new',
  removal: (kept: KeptObject): RolloutOrder => base(kept, toValues(kept)),
  lists: () => [{ path, isList: true, read: (objects) => readApplications(objects)?.map(toKept) }],
  proofIsApart: true,
  copy: (kept: KeptObject): RolloutOrder => order(toValues(kept)),
  order,
} as const satisfies RolloutKind & { readonly order: unknown };

function order(values: ApplicationValues): RolloutOrder {
  const { name: applicationName, ...source } = values;
  const writeFrom = (repositoryUrl: string): OrderWrites => {
    const body = { ...source, repositoryUrl };
    return {
      create: { method: 'POST', path, body: { applicationName, ...body } },
      update: (name: string) => ({ method: 'PATCH', path: objectPath(path, name), body }),
    };
  };
  return {
    ...base(toKept(values), values),
    write: writeFrom(source.repositoryUrl),
    says: { url: source.repositoryUrl, revision: source.revision, path: source.path },
    spelling: { lookup: repositorySpelling(source.repositoryUrl), write: writeFrom },
    needs: repositoryNeed(source.repositoryUrl),
  };
}

const path = 'applications';

function base(kept: KeptObject, values: ApplicationValues): RolloutOrder {
  return {
    ...kept,
    says: {},
    lookup: { path, isList: true, read: (objects) => existing(readApplications(objects), values) },
    proof: {
      path: `${objectPath(path, kept.name)}/status`,
      isList: false,
      read: (objects) => proof(objects, values),
    },
    remove: { method: 'DELETE', path: objectPath(path, kept.name) },
  };
}

function existing(
  applications: readonly ApplicationValues[] | undefined,
  values: ApplicationValues,
): Existing | undefined {
  const named = applications?.find(({ name }) => name === values.name);
  if (named) return { state: 'present', differs: !isSameSource(named, values) };
  return (
    applications && { state: findTwins(values, values.name, applications).length > 0 ? 'taken' : 'absent' }
  );
}

const states = { synced: 'settled', syncing: 'settling', failed: 'broken', unknown: 'settling' } as const;

function proof(objects: readonly unknown[], values: ApplicationValues): Proof | undefined {
  const answers = statuses.safeParse(objects).data;
  if (answers === undefined) return undefined;
  const [raw] = answers;
  if (!raw) return { state: 'absent', says: '' };
  const status = parseApplicationStatus(raw);
  const problem = findApplicationProblem(values, status);
  const says = [raw.syncStatus, raw.healthStatus, status.sync === 'Synced' ? '' : status.message];
  return {
    state: states[judgeApplication(status, problem !== undefined)],
    says: says.filter((word) => word !== undefined && word !== '').join(', '),
    ...(problem && { problem }),
  };
}

function readApplications(objects: readonly unknown[]): ApplicationValues[] | undefined {
  return found
    .safeParse(objects)
    .data?.map(({ applicationName, repositoryUrl = '', revision = '', path: folder = '' }) => ({
      name: applicationName,
      repositoryUrl: removeUrlCredentials(repositoryUrl),
      revision,
      path: folder,
    }));
}

function toKept({ name, repositoryUrl, revision, path: folder }: ApplicationValues): KeptObject {
  return { name, facts: { repositoryUrl, revision, path: folder } };
}

function toValues({ name, facts }: KeptObject): ApplicationValues {
  const { repositoryUrl = '', revision = '', path: folder = '' } = facts;
  return { name, repositoryUrl, revision, path: folder };
}
