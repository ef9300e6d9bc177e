import Box from '@mui/material/Box';
import { useId } from 'react';
import { NativeSelect } from '../select/native-select.tsx';
import { useTexts } from '../texts/texts.ts';

interface ResourceGroupSelectProps {
  /** Ids; empty until they are known. */
  readonly groups: readonly string[];
  readonly value: string;
  readonly onChange: (group: string) => void;
}

/** Chooses the resource group that a page is about. The choice is kept in the page's address. */
export function ResourceGroupSelect({ groups, value, onChange }: ResourceGroupSelectProps) {
  const { one } = useTexts('resourceGroups');
  const id = useId();
  // An unknown group stays selected: it may come from an address that somebody shared.
  const options = groups.includes(value) ? groups : [value, ...groups];
  return (
    <Box sx={choiceStyle}>
      <label htmlFor={id}>{one}</label>
      <NativeSelect id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map((group) => (
          <option key={group}>{group}</option>
        ))}
      </NativeSelect>
    </Box>
  );
}

const choiceStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 1,
  maxWidth: '100%',
  '& > label': { typography: 'caption', color: 'text.secondary', whiteSpace: 'nowrap' },
  '& select': { minWidth: 120, maxWidth: 280, fontFamily: 'var(--monospace)', fontSize: '0.75rem' },
  '@media (pointer: coarse)': { '& select': { fontSize: '1rem' } },
} as const;
