import { z } from 'zod/mini';
import { objectPath } from '../../connection/object-path.ts';
import { parseRepositoryStatus } from '../../git/repository-status.ts';
import { repositoryIdentity } from '../../git/repository-url.ts';
import { lenientText } from '../../text/lenient-text.ts';
import { removeUrlCredentials } from '../../text/url-credentials.ts';
import type { Existing, KeptObject, Lookup, Proof, RolloutKind, RolloutOrder } from '../rollout-kind.ts';

// The API guarantees neither URL nor status.
const found = z.array(z.object({ name: z.string(), url: lenientText, status: lenientText }));
type FoundRepository = z.infer<typeof found>[number];

interface RepositoryValues {
  readonly name: string;
  readonly url: string;
  readonly username: string;
  readonly password: string;
}

/** The repositories of a tenant that match: `same` is the one meant, `named` the one that has its name. */
interface Match {
  readonly same: FoundRepository | undefined;
  readonly named: FoundRepository | undefined;
}

/**
 * A Git repository is identified by its URL, not its name: AI Core accepts each URL only once, and a tenant may have it
 * under another name, which an update then has to use. A removal goes by the name.
 */
export const gitRepository = {
  resource: 'repositories',
  hasQuota: true,
  page: '/$tenant/git-repositories',
  newPage: '/$tenant/git-repositories/new',
  removal: ({ name, facts }: KeptObject): RolloutOrder =>
    base({ name, facts }, (repositories) => {
      const named = repositories.find((one) => one.name === name);
      return { same: named, named };
    }),
  lists: () => [
    {
      path,
      isList: true,
      read: (objects) =>
        found.safeParse(objects).data?.map(({ name, url = '' }) => ({
          name,
          facts: { url: removeUrlCredentials(url) },
        })),
    },
  ],
  order: ({ name, url, username, password }: RepositoryValues): RolloutOrder => ({
    ...base({ name, facts: { url } }, (repositories) => ({
      same: repositories.find((one) => isSame(one.url, url)),
      named: repositories.find((one) => one.name === name),
    })),
    write: {
      create: { method: 'POST', path, body: { name, url, username, password } },
      update: (nameThere) => ({
        method: 'PATCH',
        path: objectPath(path, nameThere),
        body: { username, password },
      }),
    },
    says: { url, username },
    provides: repositoryNeed(url),
  }),
} as const satisfies RolloutKind & { readonly order: unknown };

/** The need of anything that reads the repository at `url`. */
export function repositoryNeed(url: string): string {
  return `git-repository ${repositoryIdentity(url)}`;
}

/** How a tenant spells the URL of the repository that is registered there; empty if it has none. */
export function repositorySpelling(url: string): Lookup<string> {
  return {
    path,
    isList: true,
    read: (objects) => {
      const there = found.safeParse(objects).data?.flatMap((one) => one.url ?? []);
      return there && (there.find((one) => one === url) ?? there.find((one) => isSame(one, url)) ?? '');
    },
  };
}

const path = 'repositories';

function base(kept: KeptObject, match: (repositories: readonly FoundRepository[]) => Match): RolloutOrder {
  const find = (objects: readonly unknown[]) => {
    const repositories = found.safeParse(objects).data;
    return repositories && match(repositories);
  };
  return {
    ...kept,
    says: {},
    lookup: { path, isList: true, read: (objects) => existing(find(objects), kept.name) },
    proof: { path, isList: true, read: (objects) => proof(find(objects)) },
    remove: { method: 'DELETE', path: objectPath(path, kept.name) },
  };
}

function existing(match: Match | undefined, name: string): Existing | undefined {
  if (match?.same === undefined) return match && { state: match.named ? 'taken' : 'absent' };
  return { state: 'present', otherName: match.same.name === name ? undefined : match.same.name };
}

const proofs = {
  COMPLETED: 'settled',
  'IN-PROGRESS': 'settling',
  ERROR: 'broken',
  UNKNOWN: 'broken',
} as const;

function proof(match: Match | undefined): Proof | undefined {
  if (match?.same === undefined) return match && { state: 'absent', says: '' };
  const { status = '' } = match.same;
  return { state: proofs[parseRepositoryStatus(status)], says: status };
}

function isSame(one = '', other = ''): boolean {
  return repositoryIdentity(removeUrlCredentials(one)) === repositoryIdentity(other);
}
