import type { ApplicationProblem } from '../../../../domain/application/application-problem.ts';
import type {
  ApplicationState,
  HealthStatus,
  SyncStatus,
} from '../../../../domain/application/application-status.ts';
import { formatList, formatNumber, plural } from '../../format.ts';

const applicationForms = { one: 'application', other: 'applications' };
const templateForms = { one: 'template', other: 'templates' };

const states: Readonly<Record<ApplicationState, string>> = {
  synced: 'Synced',
  syncing: 'Syncing',
  failed: 'Failed',
  unknown: 'Not known',
};

const syncs: Readonly<Record<SyncStatus, string>> = {
  Synced: 'Synced',
  OutOfSync: 'Out of sync',
  Unknown: 'Not known',
};

const healths: Readonly<Record<HealthStatus, string>> = {
  Healthy: 'Healthy',
  Progressing: 'In progress',
  Degraded: 'Degraded',
  Suspended: 'Suspended',
  Missing: 'Missing',
  Unknown: 'Not known',
};

/** What is wrong, and what mends it. */
function problem(found: ApplicationProblem): { readonly title: string; readonly cure: string } {
  switch (found.code) {
    case 'path-missing':
      return {
        title: 'The path does not exist in the repository.',
        cure: 'Change the path, or push the folder to this revision. Capitals count.',
      };
    case 'path-empty':
      return { title: 'The path is empty.', cure: 'Edit the application and enter a folder.' };
    case 'revision-missing':
      return {
        title: 'The revision does not exist in the repository.',
        cure: 'Change it to a branch, tag or commit that exists, such as HEAD.',
      };
    case 'not-registered':
      return {
        title: 'This tenant has no Git repository with this URL.',
        cure: 'Add the repository, or edit the application and choose one that is registered.',
      };
    case 'other-spelling':
      return {
        title: `The repository is registered as ${found.url}.`,
        cure: 'AI Core compares capitals too. Edit the application and choose the repository again.',
      };
    case 'unreadable-template':
      return {
        title:
          found.file === ''
            ? 'A template in the folder is not valid YAML.'
            : `The template ${found.file} is not valid YAML.`,
        cure: 'Correct it in the repository, push it, then refresh. Check it under “Templates” first.',
      };
    case 'holds-secret':
      return {
        title: `The folder contains the Kubernetes Secret ${found.name}. AI Core syncs nothing from it.`,
        cure: 'Remove the Secret from the repository and register it here instead. Replace its credentials: they are in the repository’s history.',
      };
    case 'shared':
      return {
        title: `${formatList(found.names)} ${found.names.length === 1 ? 'reads' : 'read'} the same folder at the same revision.`,
        cure: 'Applications that share a folder break each other. Delete one, or change its path.',
      };
    case 'repository-error':
      return {
        title: `AI Core cannot read the repository ${found.name}.`,
        cure: 'Rotate the repository’s credentials, then refresh the application.',
      };
    case 'other':
      return {
        title: 'AI Core could not sync this application.',
        cure: 'Read AI Core’s message, correct the cause, then refresh.',
      };
  }
}

export const applications = {
  heading: 'Applications',
  note: 'An application keeps this tenant’s templates in sync with a folder of a Git repository, about every three minutes.',
  add: 'Add application',
  search: 'Search applications',
  name: 'Name',
  source: 'Source',
  status: 'Sync',
  health: 'Health',
  lastSync: 'Last sync',
  actions: 'Actions',
  repository: 'Repository',
  revision: 'Revision',
  path: 'Path',
  stateOf: (state: ApplicationState) => states[state],
  syncOf: (sync: SyncStatus) => syncs[sync],
  healthOf: (health: HealthStatus) => healths[health],
  problem,
  aiCoreSays: 'AI Core says',
  noPath: 'Empty',
  never: 'Never',
  statusFailed: 'Could not be read',
  statusFailedAdvice: 'The status could not be read.',
  openRepository: (name: string) => `Open repository ${name}`,
  quota: (used: number, max: number | undefined) =>
    max === undefined ? plural(used, applicationForms) : `${used} of ${max} used`,
  quotaFull: 'The quota is full. Delete an application before you add another.',
  shown: (shown: number, all: number) => `${shown} of ${plural(all, applicationForms)} shown`,
  count: (count: number) => plural(count, applicationForms),
  watching: (count: number) =>
    `${plural(count, applicationForms)} in progress. This page refreshes until all are done.`,
  failing: (count: number) => `${formatNumber(count)} failed`,
  emptyTitle: 'No application yet',
  emptyText: 'Add one for the folder with this tenant’s templates. AI Core then keeps them in sync.',
  noMatchTitle: 'No application matches',
  noMatchText: (search: string) => `No name, repository or path contains “${search}”.`,

  refresh: 'Refresh',
  refreshOf: (name: string) => `Refresh ${name}`,
  refreshed: (name: string) => `AI Core will refresh ${name} shortly`,
  change: 'Edit',
  changeOf: (name: string) => `Edit ${name}`,
  deleteApplication: 'Delete application',
  deleteTitle: 'Delete this application',
  deleteHeading: (name: string, tenant: string) => `Delete application ${name} from ${tenant}?`,
  deleteText:
    'AI Core stops syncing this folder. The templates it synced are no longer kept up to date and may be removed with it.',
  deleteKept: 'The Git repository does not change. To undo this, add the application again.',
  deletePageText: 'AI Core stops syncing this folder. The Git repository does not change.',
  deleted: {
    sent: (name: string) => `Application “${name}” is deleted`,
    already: (name: string) => `Application “${name}” was already deleted`,
  },

  sourceHeading: 'What it reads',
  statusHeading: 'Status',
  syncTerm: 'Sync',
  templatesHeading: 'What it synced',
  templatesCount: (count: number) => plural(count, { one: 'object', other: 'objects' }),
  noTemplates: 'AI Core lists nothing for this application.',
  kind: 'Kind',
  secretsUnknown:
    'AI Core lists kinds and names only, not which secrets a template names. Paste a template to check its secrets.',
  checkTemplate: 'Check a template',
  notFoundTitle: 'Application not found',
  notFoundText: (name: string) => `This tenant has no application “${name}”. It may have been deleted.`,

  /** Before a secret is deleted. */
  mayUseSecret: (templates: number, applicationsCount: number) =>
    `${plural(applicationsCount, applicationForms)} of this tenant ${applicationsCount === 1 ? 'syncs' : 'sync'} ${plural(templates, templateForms)}:`,
  mayUseSecretNote:
    'AI Core does not list which secrets they name. Search the repositories for this name first.',
  /** Of a template at hand; `source` reads `main:/workflows`. */
  keepsInSync: (application: string, source: string) =>
    `The application ${application} keeps this template in sync from ${source}: change it there.`,
  syncedSecretsNote:
    'AI Core lists synced templates by kind and name only, so this page cannot check whether the tenant has their secrets.',
  /** Before a Git repository is deleted. */
  readFrom: (count: number) =>
    `${plural(count, applicationForms)} ${count === 1 ? 'reads' : 'read'} from it:`,
  readFromNone: 'No application of this tenant reads from it.',
};
