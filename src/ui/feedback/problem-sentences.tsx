import Box from '@mui/material/Box';
import { Copy } from 'lucide-react';
import { toApiError, type WriteOutcome } from '../../domain/api-problem.ts';
import { useTexts } from '../texts/texts.ts';
import { IconButton } from '../buttons/button.tsx';
import { smallIconProps } from '../icon-props.ts';
import { copyText } from '../media/copy-text.ts';
import { TextLink } from '../text-link.tsx';
import { showToast } from '../toasts/toasts.ts';
import { ServerWords } from './server-words.tsx';

export interface ProblemTextProps {
  readonly error: Error;
  /** What became of the write that failed so; without it, it was a read. */
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
        <ServerWords problem={problem} copy={(id) => <CopyId id={id} />} />
      </Box>
    </>
  );
}

/** For whoever tells SAP of it. */
function CopyId({ id }: { id: string }) {
  const { copyId } = useTexts('problems');
  const { copied, copyFailed } = useTexts('common');
  const copy = () =>
    copyText(id).then(
      () => showToast({ text: copied }),
      () => showToast({ text: copyFailed, failed: true }),
    );
  return (
    <IconButton label={copyId} onClick={() => void copy()} sx={copyStyle}>
      <Copy {...smallIconProps} />
    </IconButton>
  );
}

/** No higher than its line. */
const copyStyle = {
  width: 24,
  height: 24,
  my: -0.5,
  verticalAlign: 'middle',
  '@media (pointer: coarse)': { width: 44, height: 44, my: -1.5 },
} as const;
