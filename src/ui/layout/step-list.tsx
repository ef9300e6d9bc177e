import Box from '@mui/material/Box';

interface StepListProps<T extends string> {
  readonly label: string;
  readonly steps: readonly T[];
  readonly names: Readonly<Record<T, string>>;
  readonly current: T;
}

/** Where one is on the way. */
export function StepList<T extends string>({ label, steps, names, current }: StepListProps<T>) {
  return (
    <Box component="ol" aria-label={label} sx={listStyle}>
      {steps.map((step, index) => (
        <li key={step} aria-current={step === current ? 'step' : undefined}>
          {index + 1}. {names[step]}
        </li>
      ))}
    </Box>
  );
}

const listStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 3,
  listStyle: 'none',
  m: 0,
  mb: 2.5,
  p: 0,
  typography: 'body2',
  color: 'text.secondary',
  '& li': { pb: 0.5 },
  '& li[aria-current]': {
    color: 'primary.main',
    fontWeight: 600,
    borderBottom: 2,
    borderColor: 'primary.main',
  },
} as const;
