import Box from '@mui/material/Box';
import { useConnection } from '../api/current-connection.tsx';
import { Alert } from '../ui/feedback/alert.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import type { ApplicationView } from './application-view.ts';

/** Why an application does not synchronise, how to fix it, and AI Core's own words. */
export function ApplicationProblemAlert({ view: { problem, status } }: { view: ApplicationView }) {
  const texts = useTexts('applications');
  const { id } = useConnection();
  if (!problem) return undefined;
  const { title, cure } = texts.problem(problem);
  return (
    <Alert severity="error">
      <Box sx={{ fontWeight: 600 }}>{title}</Box>
      <Box>{cure}</Box>
      {problem.code === 'repository-error' && (
        <TextLink to="/$tenant/git-repositories/$name" params={{ tenant: id, name: problem.name }}>
          {texts.openRepository(problem.name)}
        </TextLink>
      )}
      {status && status.message !== '' && (
        <Box sx={{ mt: 0.5, typography: 'body2', overflowWrap: 'anywhere' }}>
          {texts.aiCoreSays}: <code>{status.message}</code>
        </Box>
      )}
    </Alert>
  );
}
