import type { RepositoryStatus } from '../git/repository-status.ts';
import { checkRepositoryChoice, findTwins, type ApplicationSource } from './application-source.ts';
import type { ApplicationStatus } from './application-status.ts';

/** Why an application does not synchronise. */
export type ApplicationProblem =
  | { readonly code: 'path-missing' | 'path-empty' | 'revision-missing' | 'not-registered' }
  /** `url` is the spelling under which the repository was registered. */
  | { readonly code: 'other-spelling'; readonly url: string }
  /** `file` is empty if AI Core does not name it. */
  | { readonly code: 'unreadable-template'; readonly file: string }
  | { readonly code: 'holds-secret'; readonly name: string }
  /** Other applications have the same source. */
  | { readonly code: 'shared'; readonly names: readonly string[] }
  /** AI Core cannot read the repository with this name. */
  | { readonly code: 'repository-error'; readonly name: string }
  /** AI Core reports something that this console does not recognise. */
  | { readonly code: 'other' };

/** Further facts about the tenant; undefined if they could not be read. */
export interface ProblemContext {
  readonly applications: readonly (ApplicationSource & { readonly name: string })[] | undefined;
  readonly repositories:
    | readonly { readonly name: string; readonly url: string; readonly status: RepositoryStatus }[]
    | undefined;
}

const nothingKnown: ProblemContext = { applications: undefined, repositories: undefined };

type Known = ApplicationSource & { readonly name: string };

/** The problem to fix first; undefined if none is known. */
export function findApplicationProblem(
  application: Known,
  status: Pick<ApplicationStatus, 'sync' | 'health' | 'message' | 'resources'>,
  context: ProblemContext = nothingKnown,
): ApplicationProblem | undefined {
  const fails = status.sync !== 'Synced' && status.message !== '';
  return (
    sourceProblem(application, status.message, context) ??
    secretProblem(status) ??
    twinProblem(application, context) ??
    (fails ? repositoryProblem(application, context) : undefined) ??
    (fails || status.health === 'Degraded' ? { code: 'other' } : undefined)
  );
}

function sourceProblem(
  { path, repositoryUrl }: Known,
  message: string,
  { repositories }: ProblemContext,
): ApplicationProblem | undefined {
  if (path.trim() === '') return { code: 'path-empty' };
  if (/is not permitted in project/i.test(message)) {
    const registered = repositories?.map(({ url }) => url);
    const url = checkRepositoryChoice(repositoryUrl, registered)?.suggestion;
    return url === undefined ? { code: 'not-registered' } : { code: 'other-spelling', url };
  }
  if (/app path does not exist/i.test(message)) return { code: 'path-missing' };
  if (/unable to resolve/i.test(message) && /to a commit sha/i.test(message))
    return { code: 'revision-missing' };
  if (/failed to unmarshal/i.test(message)) {
    return { code: 'unreadable-template', file: /failed to unmarshal "([^"]*)"/i.exec(message)?.[1] ?? '' };
  }
  return undefined;
}

/** AI Core synchronises nothing from a folder that contains a Kubernetes Secret. */
function secretProblem({ resources }: Pick<ApplicationStatus, 'resources'>): ApplicationProblem | undefined {
  const secret = resources.find(({ kind, status }) => kind === 'Secret' && status !== 'Synced');
  return secret && { code: 'holds-secret', name: secret.name };
}

function twinProblem(
  application: Known,
  { applications = [] }: ProblemContext,
): ApplicationProblem | undefined {
  const twins = findTwins(application, application.name, applications);
  return twins.length === 0 ? undefined : { code: 'shared', names: twins.map(({ name }) => name) };
}

function repositoryProblem(
  { repositoryUrl }: Known,
  { repositories = [] }: ProblemContext,
): ApplicationProblem | undefined {
  const repository = repositories.find(({ url }) => url === repositoryUrl);
  return repository?.status === 'ERROR' ? { code: 'repository-error', name: repository.name } : undefined;
}
