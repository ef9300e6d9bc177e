import { z } from 'zod/mini';
import { repositoryIdentity } from '../../git/repository-url.ts';
import { removeUrlCredentials } from '../../text/url-credentials.ts';
import type { Existing, KeptObject, RolloutKind, RolloutOrder } from '../rollout-kind.ts';

// The API promises no URL.
const found = z.array(z.object({ name: z.string(), url: z.optional(z.string()) }));
type FoundRepository = z.infer<typeof found>[number];

interface RepositoryValues {
  readonly name: string;
  readonly url: string;
  readonly username: string;
  readonly password: string;
}

/**
 * A Git repository is the one at its URL, whatever its name: AI Core takes no URL twice, and a tenant may have it
 * under another name, which an update then has to use. What is removed is the one of its name.
 */
export const gitRepository = {
  resource: 'repositories',
  page: '/$tenant/git-repositories',
  removal: ({ name }: KeptObject): RolloutOrder =>
    base({ name, facts: {} }, (repositories) => {
      return { state: repositories.some((one) => one.name === name) ? 'present' : 'absent' };
    }),
  order: ({ name, url, username, password }: RepositoryValues): RolloutOrder => ({
    ...base({ name, facts: { url } }, (repositories) => existing(repositories, name, url)),
    write: {
      create: { method: 'POST', path: 'repositories', body: { name, url, username, password } },
      update: (nameThere) => ({ method: 'PATCH', path: pathOf(nameThere), body: { username, password } }),
    },
  }),
} as const satisfies RolloutKind & { readonly order: unknown };

function base(
  { name, facts }: KeptObject,
  compare: (repositories: readonly FoundRepository[]) => Existing,
): RolloutOrder {
  return {
    name,
    facts,
    lookup: {
      path: 'repositories',
      isList: true,
      read: (objects) => {
        const repositories = found.safeParse(objects).data;
        return repositories && compare(repositories);
      },
    },
    remove: { method: 'DELETE', path: pathOf(name) },
  };
}

function existing(repositories: readonly FoundRepository[], name: string, url: string): Existing {
  const identity = repositoryIdentity(url);
  const same = repositories.find(
    (one) => repositoryIdentity(removeUrlCredentials(one.url ?? '')) === identity,
  );
  if (same) return { state: 'present', otherName: same.name === name ? undefined : same.name };
  return { state: repositories.some((one) => one.name === name) ? 'taken' : 'absent' };
}

function pathOf(name: string): string {
  return `repositories/${encodeURIComponent(name)}`;
}
