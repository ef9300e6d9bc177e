import { spell } from '../character.ts';
import type { ApplicationNameProblem } from '../../../../domain/application/application-name.ts';
import type { ApplicationState } from '../../../../domain/application/application-status.ts';
import type {
  PathProblem,
  RepositoryChoiceProblem,
  RevisionProblem,
} from '../../../../domain/application/application-source.ts';
import { formatNumber } from '../../format.ts';

function pathProblem(code: PathProblem['code']): string {
  switch (code) {
    case 'empty':
      return 'Enter the folder with the templates, for example workflows.';
    case 'too-long':
      return 'Too long. A path has at most 63 characters.';
    case 'url':
      return 'This is a URL. Enter only the folder within the repository.';
    case 'file':
      return 'This is a file. Enter the folder that contains it.';
    case 'absolute':
      return 'Remove the “/” at the start. The path begins at the repository’s root.';
    case 'backslash':
      return 'Use “/” between folders.';
    case 'outside':
      return 'Remove “..”. AI Core reads folders inside the repository only.';
  }
}

function revisionProblem(code: RevisionProblem['code']): string {
  return code === 'empty'
    ? 'Enter a branch, tag or commit. HEAD is the default branch.'
    : 'Remove the spaces. Names of branches and tags have none.';
}

function repositoryProblem(code: RepositoryChoiceProblem['code']): string {
  switch (code) {
    case 'empty':
      return 'Choose the repository.';
    case 'other-spelling':
      return 'The repository is registered with another spelling. AI Core compares capitals too.';
    case 'not-registered':
      return 'This tenant has no Git repository with this URL. Choose one that is registered.';
  }
}

function nameProblem(problem: ApplicationNameProblem): string {
  switch (problem.code) {
    case 'empty':
      return 'Enter a name for the application.';
    case 'too-short':
      return 'Use at least 3 characters.';
    case 'too-long':
      return `Use at most 54 characters. This has ${formatNumber(problem.length)}.`;
    case 'bad-character':
      return `${spell(problem.character)} is not allowed. Use lowercase letters, digits and “-”.`;
  }
}

const outcomes: Readonly<Record<ApplicationState, string>> = {
  syncing: 'AI Core is reading the folder. This page refreshes until it is done.',
  synced: 'The templates in the folder are in this tenant.',
  failed: 'AI Core cannot sync the folder.',
  unknown: 'AI Core does not report the status. Check the list later.',
};

export const applicationForm = {
  addHeading: 'Add an application',
  changeHeading: (name: string) => `Edit ${name}`,
  addNote:
    'AI Core syncs the folder about every three minutes. Two applications must not read the same folder at the same revision: they break each other.',
  secretNote:
    'AI Core syncs nothing from a folder with a Kubernetes Secret. Register secrets in this console instead.',
  changeNote: 'The name cannot be changed. To use another, delete the application and add it again.',
  add: 'Add application',
  change: 'Save changes',
  repository: 'Git repository',
  repositoryHint: 'Registered in this tenant',
  repositoryUrl: 'Repository URL',
  repositoryUrlHint: 'Exactly as it was registered, capitals included',
  repositoriesUnread: 'The repositories of this tenant could not be read. Type the URL, or try again.',
  choose: 'Choose a repository',
  option: (name: string, url: string) => `${name} (${url})`,
  otherOption: (url: string) => `${url} (not registered)`,
  noRepository: 'This tenant has no Git repository yet.',
  addRepository: 'Add a Git repository first',
  revision: 'Revision',
  revisionHint: 'A branch, tag or commit. HEAD is the default branch.',
  path: 'Path',
  pathHint: 'The folder with the templates, within the repository',
  name: 'Application name',
  nameHint: 'Proposed from repository and path. It cannot be changed later.',
  repositoryProblem,
  revisionProblem,
  pathProblem,
  nameProblem,
  nameTaken: (name: string) => `This tenant already has an application “${name}”. Choose another name.`,
  sameSource: (name: string) =>
    `“${name}” already reads this path at this revision. The two would break each other: choose another path, or edit “${name}”.`,
  addedTitle: (name: string) => `Application ${name} is added`,
  changedTitle: (name: string) => `Application ${name} is changed`,
  outcomeOf: (state: ApplicationState) => outcomes[state],
  addAnother: 'Add another',
};
