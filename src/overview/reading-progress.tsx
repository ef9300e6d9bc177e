import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import { RefreshButton } from '../ui/table/list-state.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import type { Answers } from './use-answers.ts';

interface FreshnessProps {
  readonly answers: Answers;
  readonly minutesOf: (readAt: number) => number;
}

/** The age of the oldest answer shown, and the button that asks all tenants again. */
export function Freshness({ answers: { reads, total, underWay, refresh }, minutesOf }: FreshnessProps) {
  const texts = useTexts('overview');
  const times = [...reads.values()].flatMap((read) => (read.status === 'read' ? [read.readAt] : []));
  return (
    <Box sx={freshnessStyle}>
      <span>{texts.asked(total, times.length > 0 ? minutesOf(Math.min(...times)) : undefined)}</span>
      <RefreshButton onRefresh={refresh} isFetching={underWay > 0} />
    </Box>
  );
}

const freshnessStyle = {
  display: 'flex',
  alignItems: 'center',
  columnGap: 1,
  '& > button': { '@media print': { display: 'none' } },
} as const;

/** How many tenants have answered. Its line is always there, so that nothing moves when it comes and goes. */
export function ReadingProgress({ answers: { read, failed, total, underWay } }: { answers: Answers }) {
  const texts = useTexts('overview');
  const asked = underWay > 0 && read + failed === total ? total - underWay : read + failed;
  return (
    <Box sx={{ height: 4, mx: 'calc(-1 * var(--gutter, 0px))' }}>
      {underWay > 0 && (
        <LinearProgress
          variant="determinate"
          value={(100 * asked) / total}
          aria-label={texts.reading}
          aria-valuetext={texts.readingProgress(asked, total)}
          sx={{ height: 4, borderRadius: 0 }}
        />
      )}
    </Box>
  );
}
