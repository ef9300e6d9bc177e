import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useConnection } from '../api/current-connection.tsx';
import { secretsQuery } from '../api/docker-registry-secrets.ts';
import { repositoriesQuery } from '../api/repositories.ts';
import { quotaQuery } from '../api/resource-quota.ts';
import { tenantInfoQuery } from '../api/tenant-info.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { DownloadButton } from '../ui/download-button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SapDocsLink } from '../ui/docs/sap-docs-link.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { toMarkdown } from './markdown.ts';
import { StepActions } from './step-actions.tsx';
import { StepItem } from './step-item.tsx';
import { buildSteps, type StepId } from './steps.ts';
import { useTemplateTick } from './template-tick.ts';

interface Refetchable {
  readonly refetch: () => Promise<unknown>;
}

/** What a new tenant needs, step by step, each with its state as AI Core tells it now. */
export function OnboardingPage() {
  const texts = useTexts('onboarding');
  const common = useTexts('common');
  const connection = useConnection();
  const tenantInfo = useQuery(tenantInfoQuery(connection));
  const secretQuota = useQuery(quotaQuery(connection, 'dockerRegistrySecrets'));
  const repositoryQuota = useQuery(quotaQuery(connection, 'repositories'));
  const repositories = useQuery(repositoriesQuery(connection));
  const secrets = useQuery(secretsQuery(connection));
  const templateTickedAt = useTemplateTick(connection);

  const answers = { tenantInfo, secretQuota, repositoryQuota, repositories, secrets, templateTickedAt };
  const steps = buildSteps(texts, answers);
  const queriesOf = {
    connection: [tenantInfo],
    quota: [secretQuota, repositoryQuota],
    repository: [repositories],
    secret: [secrets],
    template: [],
  } satisfies Record<StepId, Refetchable[]>;
  const all = Object.values(queriesOf).flat();

  const done = steps.filter(({ state }) => state === 'done').length;
  const answered = all.every(({ isPending }) => !isPending);
  // The oldest of the answers: all that is shown is at least as fresh.
  const checkedAt = new Date(
    Math.min(...all.map(({ dataUpdatedAt, errorUpdatedAt }) => Math.max(dataUpdatedAt, errorUpdatedAt))),
  );
  const markdown = toMarkdown(texts, common, { tenant: connection.label, checkedAt, steps });

  return (
    <Box sx={printStyle}>
      <PageHeader
        heading={texts.heading}
        note={
          <>
            {texts.note(connection.label)} <SapDocsLink about="setup" />
          </>
        }
        actions={
          <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            <Button
              size="small"
              variant="contained"
              loading={all.some(({ isFetching }) => isFetching)}
              onClick={() => check(all)}
            >
              {texts.checkAll}
            </Button>
            <Button size="small" variant="outlined" disabled={!answered} onClick={() => print()}>
              {texts.print}
            </Button>
            {answered && (
              <>
                <CopyButton text={markdown} label={texts.copyMarkdown} />
                <DownloadButton
                  label={texts.downloadMarkdown}
                  text={markdown}
                  filename={texts.fileName(connection.id)}
                  mediaType="text/markdown"
                />
              </>
            )}
          </Box>
        }
      />
      <Box role="status" sx={{ typography: 'body2', color: 'text.secondary', mb: 2, minHeight: 21 }}>
        {answered && `${texts.progress(done, steps.length)}. ${texts.checkedAt(checkedAt)}.`}
      </Box>
      <Box
        component="ol"
        aria-label={texts.steps}
        sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.5 }}
      >
        {steps.map((step, index) => (
          <StepItem
            key={step.id}
            step={step}
            position={index + 1}
            {...(queriesOf[step.id].length > 0 && { onCheck: () => check(queriesOf[step.id]) })}
          >
            <StepActions step={step} connection={connection} />
          </StepItem>
        ))}
      </Box>
    </Box>
  );
}

function check(queries: readonly Refetchable[]): void {
  for (const query of queries) void query.refetch();
}

/** On paper: black on white whatever the colour scheme, and nothing that can only be clicked. */
const printStyle = {
  '@media print': {
    '&, & *': { color: '#000 !important', borderColor: '#999 !important', background: 'none !important' },
    '& .no-print': { display: 'none !important' },
    '& li': { breakInside: 'avoid' },
  },
} as const;
