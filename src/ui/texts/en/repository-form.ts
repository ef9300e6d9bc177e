import { literalUsername } from '../../../domain/git/git-host.ts';
import type { GitHostKind } from '../../../domain/git/git-host.ts';
import type { RepositoryNameProblem } from '../../../domain/git/repository-name.ts';
import type { RepositoryUrlProblem, RepositoryUrlWarning } from '../../../domain/git/repository-url.ts';

function urlProblem(code: RepositoryUrlProblem['code']): string {
  switch (code) {
    case 'empty':
      return 'Enter the repository’s URL, for example https://github.com/team/templates.';
    case 'too-long':
      return 'This is longer than a repository’s URL can be (2,048 characters).';
    case 'clone-command':
      return 'This is a command: enter the URL in it only.';
    case 'wrapped':
      return 'Remove what stands around the URL.';
    case 'white-space':
      return 'Remove the white space: a URL has none.';
    case 'file-path':
      return 'This is a path on a computer. AI Core reads repositories over https only.';
    case 'ssh-form':
      return 'This is the form for ssh, which uses keys. AI Core reads over https, with username and token.';
    case 'http':
      return 'Use https:// instead of http://: over http, the token could be read on its way.';
    case 'git-protocol':
      return 'git:// knows no credentials. AI Core reads repositories over https only.';
    case 'bad-scheme':
      return 'Begin with https://: AI Core reads repositories over https only.';
    case 'no-scheme':
      return 'Begin with https://.';
    case 'no-host':
      return 'Enter the whole URL, beginning with https:// and the Git host.';
    case 'malformed':
      return 'This is no valid URL: check the host and what follows it.';
    case 'no-path':
      return 'Add the path of the repository after the host.';
    case 'owner-only':
      return 'This is the page of a user or group: add the name of the repository.';
    case 'not-a-repository':
      return 'This page belongs to no repository: enter the URL under which the repository is cloned.';
    case 'ip-address':
      return 'AI Core takes no IP address: enter the name of the Git host.';
    case 'page-inside-repository':
      return 'This is a page inside the repository: enter the URL of the repository itself.';
  }
}

function urlWarning(warning: RepositoryUrlWarning): string {
  switch (warning.code) {
    case 'credentials-moved':
      return 'The URL holds a username and token: they belong in their own fields and are not sent with it.';
    case 'username-moved':
      return 'The URL holds a username: it belongs in its own field and is not sent with it.';
    case 'query-removed':
      return 'What follows “?” is left out: it is not part of the repository’s URL.';
    case 'fragment-removed':
      return 'What follows “#” is left out: it is not part of the repository’s URL.';
    case 'gitlab-without-git-suffix':
      return 'For a GitLab repository AI Core needs “.git” at the end of the URL.';
    case 'refused-character':
      return `AI Core may refuse “${warning.character}” in a URL. Escaped, it leads to the same repository.`;
    case 'unreachable-address':
      return 'This is an address inside a private network. AI Core reads public Git hosts only and will not reach it.';
  }
}

function nameProblem(problem: RepositoryNameProblem): string {
  switch (problem.code) {
    case 'empty':
      return 'Enter a name for the repository.';
    case 'too-long':
      return `Use at most ${problem.maxLength} characters; these are ${problem.length}.`;
    case 'bad-character':
      return `“${problem.character}” is not allowed: use lowercase letters, digits and “-”.`;
  }
}

function usernameHint(kind: GitHostKind): string {
  switch (kind) {
    case 'github':
      return 'The GitHub user that the token belongs to';
    case 'gitlab':
      return `${literalUsername.gitlab} for an access token, or the deploy token’s own username`;
    case 'bitbucket':
      return `${literalUsername.bitbucket} for an access token, else the user’s name`;
    case 'azure-devops':
      return 'Any name: Azure DevOps reads only the token';
    case 'gitea':
    case 'unknown':
      return 'Of the account that the token belongs to';
  }
}

export const repositoryForm = {
  addHeading: 'Add a Git repository',
  addNote:
    'AI Core reads it with the username and token given here. To share a repository between tenants, add it to each with the same username and token.',
  rotateHeading: 'Rotate credentials',
  rotateNote:
    'The new username and token replace the stored ones. URL and name cannot be changed: for others, delete the repository and add it again. AI Core never shows stored credentials, so the fields are empty.',
  add: 'Add repository',
  rotate: 'Rotate credentials',
  cancel: 'Cancel',
  url: 'Repository URL',
  urlHint: 'Over https, as you would clone it',
  name: 'Repository name',
  nameHint: 'Proposed from the URL. It cannot be changed later.',
  usernameHint,
  tokenHint: 'It only has to read the repository.',
  use: (suggestion: string) => `Use ${suggestion}`,
  suggestion: 'In the form that AI Core accepts:',
  moved:
    'The URL held credentials. They were moved to their own fields, so that they are not stored as part of the URL.',
  movedButKept:
    'The URL held credentials. They were removed from it; the fields below keep what was in them already.',
  urlProblem,
  urlWarning,
  urlTaken: (name: string, url: string) =>
    `This tenant has the repository already: “${name}”, ${url}. Capitals, a last “/” and “.git” make no difference to AI Core.`,
  urlTakenElsewhere: 'This tenant has the repository already, perhaps under another spelling or name.',
  nameProblem,
  nameTaken: (name: string) =>
    `This tenant has a repository named “${name}” already. AI Core would fail without saying why: choose another name.`,

  addedTitle: (name: string) => `Repository “${name}” is added`,
  rotatedTitle: (name: string) => `The credentials of “${name}” are replaced`,
  statusNow: 'Status',
  outcome: {
    'IN-PROGRESS': 'AI Core is reading the repository. This page asks again until that has ended.',
    COMPLETED: 'AI Core can read the repository.',
    ERROR:
      'AI Core could not read the repository and gives no reason. Check that the token is valid and may read it, that the username belongs to it, and that the URL is right.',
    UNKNOWN: 'AI Core does not say how far it is. Look at the list again later.',
  },
  addAnother: 'Add another',
  backToList: 'Go to the list',
  toOnboarding: 'Onboard tenant',
  notFoundTitle: 'There is no such repository',
  notFoundText: (name: string) =>
    `This tenant has no repository named “${name}”. Somebody may have deleted it.`,
};
