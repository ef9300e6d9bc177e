import Box from '@mui/material/Box';
import { RefreshCw } from 'lucide-react';
import { useConnection } from '../api/current-connection.tsx';
import { onboardingSearch } from '../domain/onboarding/onboarding-address.ts';
import { BusyButton } from '../ui/buttons/busy-button.tsx';
import { Button } from '../ui/buttons/button.tsx';
import { SapDocsLink } from '../ui/docs/sap-docs-link.tsx';
import { ErrorState } from '../ui/feedback/error-state.tsx';
import { LoadingState } from '../ui/feedback/loading-state.tsx';
import { iconProps } from '../ui/icon-props.ts';
import { WithAside } from '../ui/layout/with-aside.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { QuotaMeter } from '../ui/marks/quota-meter.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { toMarkdown } from './markdown.ts';
import { StepActions, TemplateTick } from './step-actions.tsx';
import { StepItem } from './step-item.tsx';
import { countedSteps, isAlike, sharedFailure } from './steps.ts';
import { TeamCopy } from './team-copy.tsx';
import { TenantFacts } from './tenant-facts.tsx';
import { useOnboardingSteps } from './use-onboarding-steps.ts';
import { usePatience } from './use-patience.ts';

/** What a new tenant needs, step by step, each with its current state in AI Core. */
export function OnboardingPage() {
  const texts = useTexts('onboarding');
  const problems = useTexts('problems');
  const connection = useConnection();
  const checklist = useOnboardingSteps(connection);
  const { steps, isAnswered, checkedAt, checkAgain } = checklist;
  const isPatient = usePatience();
  const failure = sharedFailure(steps);
  const total = countedSteps(steps).length;
  const done = steps.filter(({ state }) => state === 'done').length;
  const markdown = toMarkdown(texts, problems, { tenant: connection.label, checkedAt, steps });

  return (
    <Box sx={printStyle}>
      <PageHeader
        heading={texts.heading}
        lateFact
        fact={
          <Box role="status" sx={factStyle}>
            {isAnswered && (
              <>
                <QuotaMeter
                  isGoal
                  quota={{ used: done, max: total }}
                  text={() => texts.progress(done, total)}
                />
                <span>{texts.checkedAt(checkedAt)}</span>
              </>
            )}
          </Box>
        }
        actions={
          <>
            <LinkButton to="/onboarding" search={onboardingSearch({ tenants: [connection.id] })}>
              {texts.openMany}
            </LinkButton>
            <BusyButton
              variant="outlined"
              startIcon={<RefreshCw {...iconProps} />}
              busy={checklist.isChecking}
              onClick={() => checkAgain()}
            >
              {texts.checkAll}
            </BusyButton>
          </>
        }
      />
      <div className="print-only">{texts.note(connection.label)}</div>
      <WithAside
        aside={
          <>
            <TenantFacts connection={connection} tenantInfo={checklist.tenantInfo} />
            <div className="no-print">
              <SapDocsLink about="setup" />
            </div>
            <div className="no-print">
              <TeamCopy markdown={markdown} tenantId={connection.id} disabled={!isAnswered} />
            </div>
          </>
        }
      >
        {!isAnswered && isPatient ? (
          <Box sx={placeStyle}>
            <LoadingState />
          </Box>
        ) : (
          <>
            {failure && (
              <Box sx={{ mb: 2 }}>
                <ErrorState error={failure} onRetry={() => checkAgain()} />
              </Box>
            )}
            <Box component="ol" aria-label={texts.steps} sx={stepsStyle}>
              {steps.map((step) => (
                <StepItem
                  key={step.id}
                  step={step}
                  {...(!isAlike(step.error, failure) && { error: step.error })}
                  tenant={connection.id}
                  actions={<StepActions step={step} connection={connection} />}
                  {...(step.id !== 'template' && { onCheck: () => checkAgain(step.id) })}
                >
                  {step.id === 'template' && (
                    <TemplateTick done={step.state === 'done'} connection={connection} />
                  )}
                  {step.unread !== undefined && (
                    <Button size="small" variant="outlined" sx={{ mt: 1 }} onClick={checklist.lookIntoAll}>
                      {texts.lookIntoAll(step.unread)}
                    </Button>
                  )}
                </StepItem>
              ))}
            </Box>
          </>
        )}
      </WithAside>
    </Box>
  );
}

/** Reserves its lines: two on a phone, otherwise one. */
const factStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 2,
  minHeight: { xs: 40, sm: 20 },
  '& > span:last-of-type': { color: 'text.disabled', typography: 'caption', lineHeight: '20px' },
} as const;

/** Keeps the aside out of sight on a phone until the steps have loaded, which are longer than the window. */
const placeStyle = { minHeight: { xs: '100vh', md: 0 } } as const;

const stepsStyle = {
  m: 0,
  p: 0,
  listStyle: 'none',
  border: 1,
  borderColor: 'divider',
  borderRadius: '8px',
} as const;

/** On paper: black on white in either colour scheme, and without controls. */
const printStyle = {
  '& .print-only': { display: 'none' },
  '@media print': {
    '&, & *': { color: '#000 !important', borderColor: '#999 !important', background: 'none !important' },
    '& .print-only': { display: 'block' },
    '& .no-print, & button': { display: 'none !important' },
    '& li': { breakInside: 'avoid' },
  },
} as const;
