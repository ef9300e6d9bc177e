import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Box from '@mui/material/Box';
import { toApiError } from '../../domain/api-problem.ts';
import { useTexts } from '../texts/texts.ts';

/** A failed read in place of its view: what happened, what to do, the server's words and its request id. */
export function ErrorState({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const texts = useTexts('common');
  return (
    <Alert
      severity="error"
      variant="outlined"
      action={
        <Button color="inherit" size="small" onClick={onRetry}>
          {texts.retry}
        </Button>
      }
    >
      <ProblemText error={error} />
    </Alert>
  );
}

/** The sentences about a failed call, for any alert. */
export function ProblemText({ error }: { error: Error }) {
  const texts = useTexts('common');
  const problem = toApiError(error);
  const { title, advice } = texts.problem(problem);
  return (
    <>
      <Box sx={{ fontWeight: 600 }}>{title}</Box>
      <Box>{advice}</Box>
      {problem.message !== '' && (
        <Box sx={{ mt: 0.5, overflowWrap: 'anywhere' }}>
          {texts.serverSays}: {problem.message}
        </Box>
      )}
      {problem.requestId !== undefined && (
        <Box sx={{ mt: 0.5, typography: 'caption', overflowWrap: 'anywhere' }}>
          {texts.requestId}: <code>{problem.requestId}</code>
        </Box>
      )}
    </>
  );
}
