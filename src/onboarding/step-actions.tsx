import Box from '@mui/material/Box';
import { mayWrite } from '../domain/connection/access.ts';
import { rolloutKinds } from '../domain/rollout/rollout-kinds.ts';
import type { Connection } from '../domain/connection/connection.ts';
import { GuardedLink } from '../ui/guard/guarded-button.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import type { Step } from './step.ts';
import { tickTemplate } from './template-tick.ts';

/** The actions of a step: the form to do it, and the list of what exists. */
export function StepActions({ step, connection }: { step: Step; connection: Connection }) {
  const texts = useTexts('onboarding');
  const params = { tenant: connection.id };
  if (step.id === 'quota') return null;
  if (step.id === 'connection')
    return (
      <LinkButton to="/connections" size="small" variant={mainOf(step)}>
        {texts.openConnections}
      </LinkButton>
    );
  if (step.id === 'template')
    return (
      <LinkButton to="/$tenant/templates" params={params} size="small" variant={mainOf(step)}>
        {texts.openTemplates}
      </LinkButton>
    );
  const { resource, page, newPage } = rolloutKinds[step.id];
  const { add, plural } = texts.kinds[step.id];
  return (
    <>
      <GuardedLink
        allowed={mayWrite(connection, resource)}
        to={newPage}
        params={params}
        search={step.group === undefined ? {} : { group: step.group }}
        size="small"
        variant={mainOf(step)}
      >
        {add}
      </GuardedLink>
      <LinkButton to={page} params={params} size="small">
        {plural}
      </LinkButton>
    </>
  );
}

function mainOf({ id, state }: Step): 'outlined' | 'text' {
  // Not prominent if it may be done already.
  const isDue = state === 'todo' || state === 'attention' || (state === 'failed' && id === 'connection');
  return isDue ? 'outlined' : 'text';
}

/** The step that only the user can confirm. */
export function TemplateTick({ done, connection }: { done: boolean; connection: Connection }) {
  const texts = useTexts('onboarding');
  return (
    <>
      <Box sx={{ mt: 0.5, color: 'text.secondary' }}>{texts.templateHint}</Box>
      <Box component="label" sx={tickStyle}>
        <input
          type="checkbox"
          checked={done}
          onChange={(event) => tickTemplate(connection, event.target.checked, new Date())}
        />
        {texts.tick}
      </Box>
    </>
  );
}

const tickStyle = { display: 'inline-flex', alignItems: 'center', gap: 1, mt: 1, minHeight: 24 } as const;
