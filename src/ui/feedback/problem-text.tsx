import Box from '@mui/material/Box';
import { toApiError, type ApiError, type WriteOutcome } from '../../domain/api-problem.ts';
import { useTexts } from '../texts/texts.ts';

interface ProblemTextProps {
  readonly error: Error;
  /** What became of the write that failed so; without it, it was a read. */
  readonly outcome?: WriteOutcome | undefined;
}

/** The sentences about a failed call, for any alert: what happened, what to do, and the server's own words. */
export function ProblemText({ error, outcome }: ProblemTextProps) {
  const texts = useTexts('common');
  const problem = toApiError(error);
  const { title, advice } = texts.problem(problem);
  return (
    <>
      <Box sx={{ fontWeight: 600 }}>{title}</Box>
      <Box>{outcome === undefined || outcome === 'refused' ? advice : texts.outcome[outcome]}</Box>
      <Box sx={{ mt: 0.5, typography: 'body2', overflowWrap: 'anywhere' }}>
        <ServerWords problem={problem} />
      </Box>
    </>
  );
}

/** What the server itself said, and the id under which its operators find the call. Plain, for rows of tables. */
export function ServerWords({ problem: { message, requestId, answeredBy } }: { problem: ApiError }) {
  const texts = useTexts('common');
  return (
    <>
      {message !== '' && (
        <div>
          {texts.says(answeredBy)}: {message}
        </div>
      )}
      {requestId !== undefined && (
        <div>
          {texts.requestId}: <code>{requestId}</code>
        </div>
      )}
    </>
  );
}
