import { spell } from './character.ts';
import { literalUsername } from '../../../domain/git/git-host.ts';
import type { GitHostKind } from '../../../domain/git/git-host.ts';
import type { RepositoryNameProblem } from '../../../domain/git/repository-name.ts';
import type { RepositoryUrlProblem, RepositoryUrlWarning } from '../../../domain/git/repository-url.ts';

function urlProblem(code: RepositoryUrlProblem['code']): string {
  switch (code) {
    case 'empty':
      return 'Enter the repository’s URL, for example https://github.com/team/templates.';
    case 'too-long':
      return 'Too long. A repository URL has at most 2,048 characters.';
    case 'clone-command':
      return 'This is a command. Enter only the URL in it.';
    case 'wrapped':
      return 'Remove the text around the URL.';
    case 'white-space':
      return 'Remove the spaces. A URL has none.';
    case 'file-path':
      return 'This is a path on a computer. AI Core reads repositories over https only.';
    case 'ssh-form':
      return 'This is an ssh address. AI Core reads over https, with username and token.';
    case 'http':
      return 'Use https:// instead of http://. Over http, others can read the token.';
    case 'git-protocol':
      return 'git:// does not support credentials. AI Core reads repositories over https only.';
    case 'unfilled':
      return 'Replace the placeholder with its value.';
    case 'bad-scheme':
      return 'Begin with https://. AI Core reads repositories over https only.';
    case 'no-scheme':
      return 'Begin with https://.';
    case 'no-host':
      return 'Enter the full URL, beginning with https:// and the Git host.';
    case 'malformed':
      return 'Not a valid URL. Check the host and what follows it.';
    case 'no-path':
      return 'Add the path of the repository after the host.';
    case 'owner-only':
      return 'This is the page of a user or group. Add the name of the repository.';
    case 'not-a-repository':
      return 'This page is not part of a repository. Enter the URL that you would clone.';
    case 'ip-address':
      return 'AI Core does not accept IP addresses. Enter the name of the Git host.';
    case 'page-inside-repository':
      return 'This is a page inside the repository. Enter the URL of the repository itself.';
  }
}

function urlWarning(warning: RepositoryUrlWarning): string {
  switch (warning.code) {
    case 'credentials-moved':
      return 'The URL contains a username and token. They have their own fields and are not sent with it.';
    case 'username-moved':
      return 'The URL contains a username. It has its own field and is not sent with it.';
    case 'query-removed':
      return '“?” and everything after it is left out: it is not part of the repository URL.';
    case 'fragment-removed':
      return '“#” and everything after it is left out: it is not part of the repository URL.';
    case 'gitlab-without-git-suffix':
      return 'AI Core needs “.git” at the end of a GitLab URL.';
    case 'refused-character':
      return `AI Core may reject “${warning.character}” in a URL. Percent-encoded, the URL leads to the same repository.`;
    case 'unreachable-address':
      return 'This is a private network address. AI Core reads public Git hosts only and cannot reach it.';
  }
}

function nameProblem(problem: RepositoryNameProblem): string {
  switch (problem.code) {
    case 'empty':
      return 'Enter a name for the repository.';
    case 'too-long':
      return `Use at most ${problem.maxLength} characters. This has ${problem.length}.`;
    case 'bad-character':
      return `${spell(problem.character)} is not allowed. Use lowercase letters, digits and “-”.`;
  }
}

function usernameHint(kind: GitHostKind): string {
  switch (kind) {
    case 'github':
      return 'The GitHub user who owns the token';
    case 'gitlab':
      return `${literalUsername.gitlab} for an access token, or the deploy token’s own username`;
    case 'bitbucket':
      return `${literalUsername.bitbucket} for an access token, otherwise your username`;
    case 'azure-devops':
      return 'Any name. Azure DevOps reads only the token';
    case 'gitea':
    case 'unknown':
      return 'The account that owns the token';
  }
}

export const repositoryForm = {
  addHeading: 'Add a Git repository',
  addNote: 'To share a repository between tenants, add it to each with the same username and token.',
  rotateHeading: (name: string) => `Rotate credentials of ${name}`,
  rotateNote: 'URL and name cannot be changed. To use others, delete the repository and add it again.',
  add: 'Add repository',
  rotate: 'Rotate credentials',
  url: 'Repository URL',
  urlHint: 'Over https, as you would clone it',
  name: 'Repository name',
  nameHint: 'Proposed from the URL. It cannot be changed later.',
  usernameHint,
  tokenHint: 'Use a token that can only read the repository.',
  moved: 'The URL contained credentials. They were moved to their own fields.',
  movedButKept: 'The URL contained credentials. They were removed; the fields below are unchanged.',
  urlProblem,
  urlWarning,
  urlTaken: (name: string, url: string) =>
    `This tenant already has this repository: “${name}”, ${url}. AI Core ignores capitals, a final “/” and “.git”.`,
  urlTakenElsewhere: 'This tenant already has this repository, perhaps with another spelling or name.',
  nameProblem,
  nameTaken: (name: string) => `This tenant already has a repository “${name}”. Choose another name.`,

  addedTitle: (name: string) => `Repository ${name} is added`,
  rotatedTitle: (name: string) => `The credentials of ${name} are rotated`,
  statusNow: 'Status',
  outcome: {
    'IN-PROGRESS': 'AI Core is reading the repository. This page refreshes until it is done.',
    COMPLETED: 'AI Core can read the repository.',
    ERROR:
      'AI Core could not read the repository and gives no reason. Check the URL, that the token is valid and may read it, and that the username matches the token.',
    UNKNOWN: 'AI Core does not report the status. Check the list later.',
  },
  addAnother: 'Add another',
  toOnboarding: 'Onboard tenant',
  notFoundTitle: 'Repository not found',
  notFoundText: (name: string) => `This tenant has no repository “${name}”. It may have been deleted.`,
};
