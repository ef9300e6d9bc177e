import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { Breakable } from './breakable.tsx';

interface Fact {
  readonly term: string;
  /** Undefined while unknown: its line is reserved. */
  readonly value: ReactNode;
}

/** Terms and their values. */
export function FactTable({ facts }: { facts: readonly Fact[] }) {
  return (
    <Box component="dl" sx={factsStyle}>
      {facts.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{typeof value === 'string' ? <Breakable text={value} /> : value}</dd>
        </div>
      ))}
    </Box>
  );
}

const factsStyle = {
  display: 'grid',
  gap: 1,
  m: 0,
  '& > div': { display: 'grid', gridTemplateColumns: '112px minmax(0, 1fr)', columnGap: 1.5, minHeight: 20 },
  '& dt': { color: 'text.disabled', typography: 'caption', lineHeight: '20px' },
  '& dd': { m: 0, overflowWrap: 'anywhere' },
} as const;
