import { access } from './gateway/access.ts';
import { check } from './check.ts';
import { applicationForm } from './applications/application-form.ts';
import { applications } from './applications/applications.ts';
import { approvals } from './gateway/approvals.ts';
import { audit } from './gateway/audit.ts';
import { connections } from './connections.ts';
import { credentials } from './credentials/credentials.ts';
import { deleteSecrets } from './runs/delete-secrets.ts';
import { expiring } from './gateway/expiring.ts';
import { exportList } from './export-list.ts';
import { exportTexts } from './export.ts';
import { genericSecrets } from './groups/generic-secrets.ts';
import { imageCoverage } from './image-coverage.ts';
import { importTexts } from './credentials/import.ts';
import { kinds } from './runs/kinds.ts';
import { listFilters } from './list-filters.ts';
import { onboardMany } from './runs/onboard-many.ts';
import { objectStores } from './groups/object-stores.ts';
import { onboarding } from './onboarding.ts';
import { overview } from './overview.ts';
import { problems } from './shared/problems.ts';
import { repositories } from './repositories.ts';
import { repositoryForm } from './repository-form.ts';
import { resourceGroups } from './groups/resource-groups.ts';
import { rollout } from './runs/rollout.ts';
import { run } from './runs/run.ts';
import { secretActs } from './secret-acts.ts';
import { secretForm } from './secret-form.ts';
import { secretPage } from './secret-page.ts';
import { shell } from './shell.ts';
import { takeOver } from './gateway/take-over.ts';
import { templateHints } from './templates/template-hints.ts';
import { templates } from './templates/templates.ts';
import { tokenFindings } from './credentials/token-findings.ts';

/** What every other page says: one chunk, fetched beside the first of their code. */
export const rest = {
  access,
  check,
  applicationForm,
  applications,
  approvals,
  audit,
  connections,
  credentials,
  deleteSecrets,
  expiring,
  exportList,
  exportTexts,
  genericSecrets,
  imageCoverage,
  importTexts,
  kinds,
  listFilters,
  onboardMany,
  objectStores,
  onboarding,
  overview,
  problems,
  repositories,
  repositoryForm,
  resourceGroups,
  rollout,
  run,
  secretActs,
  secretForm,
  secretPage,
  shell,
  takeOver,
  templateHints,
  templates,
  tokenFindings,
};
