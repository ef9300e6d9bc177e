import Box from '@mui/material/Box';
import { useId } from 'react';
import { NativeSelect } from '../select/native-select.tsx';
import { useTexts } from '../texts/texts.ts';

interface ResourceGroupSelectProps {
  /** Ids; empty as long as they are not known. */
  readonly groups: readonly string[];
  readonly value: string;
  readonly onChange: (group: string) => void;
}

/** Which resource group a page is about, for the head of a page that needs one. It stands in the page's address. */
export function ResourceGroupSelect({ groups, value, onChange }: ResourceGroupSelectProps) {
  const { one } = useTexts('resourceGroups');
  const id = useId();
  // One that is not known stays chosen: it may be in an address that somebody sent.
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
