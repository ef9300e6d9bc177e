import Box from '@mui/material/Box';
import type { Connection } from '../domain/connection/connection.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import type { Step } from './steps.ts';
import { tickTemplate } from './template-tick.ts';

/** Where to see to a step: the form that does it, and the list of what there is. */
export function StepActions({ step, connection }: { step: Step; connection: Connection }) {
  const texts = useTexts('onboarding');
  const params = { tenant: connection.id };
  const openSecrets = (
    <LinkButton to="/$tenant/docker-registry-secrets" params={params} size="small">
      {texts.openSecrets}
    </LinkButton>
  );
  const openRepositories = (
    <LinkButton to="/$tenant/git-repositories" params={params} size="small">
      {texts.openRepositories}
    </LinkButton>
  );
  switch (step.id) {
    case 'connection':
      return (
        <LinkButton to="/connections" size="small" variant={mainOf(step)}>
          {texts.openConnections}
        </LinkButton>
      );
    case 'quota':
      return (
        <>
          {openSecrets}
          {openRepositories}
        </>
      );
    case 'repository':
      return (
        <>
          <LinkButton to="/$tenant/git-repositories/new" params={params} size="small" variant={mainOf(step)}>
            {texts.addRepository}
          </LinkButton>
          {openRepositories}
        </>
      );
    case 'secret':
      return (
        <>
          <LinkButton
            to="/$tenant/docker-registry-secrets/new"
            params={params}
            size="small"
            variant={mainOf(step)}
          >
            {texts.registerSecret}
          </LinkButton>
          {openSecrets}
        </>
      );
    case 'template':
      return (
        <Box sx={{ flexBasis: '100%', ml: 0.75 }}>
          <Box sx={{ typography: 'body2', color: 'text.secondary', mb: 1 }}>{texts.templateHint}</Box>
          <Box
            component="label"
            sx={{ display: 'inline-flex', alignItems: 'center', gap: 1, typography: 'body2' }}
          >
            <input
              type="checkbox"
              checked={step.state === 'done'}
              onChange={(event) => tickTemplate(connection, event.target.checked, new Date())}
            />
            {texts.tick}
          </Box>
          <LinkButton to="/$tenant/templates" params={params} size="small" sx={{ ml: 2 }}>
            {texts.openTemplates}
          </LinkButton>
        </Box>
      );
  }
}

function mainOf({ state }: Step): 'outlined' | 'text' {
  return state === 'todo' || state === 'attention' || state === 'failed' ? 'outlined' : 'text';
}
