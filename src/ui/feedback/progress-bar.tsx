import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';

/** Progress as a bar and in words. */
export function ProgressBar(props: { label: string; value: number; total: number; text: string }) {
  const percent = props.total === 0 ? 100 : (100 * props.value) / props.total;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mb: 2 }}>
      <LinearProgress
        variant="determinate"
        value={percent}
        aria-label={props.label}
        aria-valuetext={props.text}
        sx={{ flex: 1 }}
      />
      <Box sx={{ typography: 'body2', color: 'text.secondary', whiteSpace: 'nowrap' }}>{props.text}</Box>
    </Box>
  );
}
