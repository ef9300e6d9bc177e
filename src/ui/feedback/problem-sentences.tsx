import Box from '@mui/material/Box';
import { toApiError, type WriteOutcome } from '../../domain/api-problem.ts';
import { useTexts } from '../texts/texts.ts';
import { CopyButton } from '../copy-button.tsx';
import { TextLink } from '../text-link.tsx';
import { ServerWords } from './server-words.tsx';

export interface ProblemTextProps {
  readonly error: Error;
  /** The outcome of the write that failed; without it, the call was a read. */
  readonly outcome?: WriteOutcome | undefined;
}

/** The sentences about a failed call, for any alert: what happened, what to do, and the server's own words. */
export function ProblemSentences({ error, outcome }: ProblemTextProps) {
  const texts = useTexts('problems');
  const problem = toApiError(error);
  const { title, advice } = texts.problem(problem);
  return (
    <>
      <Box sx={{ fontWeight: 600 }}>{title}</Box>
      <Box>
        {outcome !== undefined && `${texts.outcome[outcome]} `}
        {(outcome === undefined || outcome === 'refused') && advice}
      </Box>
      {problem.code === 'ApprovalNeeded' && <TextLink to="/approvals">{texts.openApprovals}</TextLink>}
      <Box sx={{ mt: 0.5, typography: 'body2', overflowWrap: 'anywhere' }}>
        <ServerWords
          problem={problem}
          copy={(id) => (
            // Copying the id must not announce the whole alert again.
            <span aria-live="off">
              <CopyButton text={id} label={texts.copyId} />
            </span>
          )}
        />
      </Box>
    </>
  );
}
