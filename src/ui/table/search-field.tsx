import Box from '@mui/material/Box';
import { Search } from 'lucide-react';
import { iconProps } from '../icon-props.ts';
import { plainInputStyle } from '../plain-input-style.ts';

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** A second search field on the page: the shortcut focuses the first. */
  readonly second?: boolean;
}

/** A field that filters the list below it while typing. */
export function SearchField(props: SearchFieldProps) {
  return (
    <Box sx={{ ...fieldStyle, width: widthOf(props.label) }}>
      <Search {...iconProps} />
      <input
        type="search"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        placeholder={props.label}
        aria-label={props.label}
        title={props.label}
        spellCheck={false}
      />
      {props.value === '' && !props.second && (
        <kbd aria-hidden className="single-key">
          /
        </kbd>
      )}
    </Box>
  );
}

const named = (atLeast: number, characters: number) => `max(${atLeast}px, ${characters}ch + 72px)`;

/** Its placeholder is its full name where there is room. Typed text is larger on a phone. */
function widthOf(label: string) {
  return { xs: named(208, label.length * 1.15), sm: named(240, label.length) };
}

const fieldStyle = {
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  boxSizing: 'border-box',
  maxWidth: '100%',
  flex: { xs: '1 1 auto', sm: 'none' },
  height: 32,
  p: '0 6px 0 10px',
  bgcolor: 'background.paper',
  border: 1,
  borderColor: 'rule.control',
  borderRadius: 1,
  '& > svg': { flex: 'none', color: 'text.disabled' },
  '& > input': plainInputStyle,
  '&:focus-within': { outline: 2, outlineStyle: 'solid', outlineColor: 'accent.focus', outlineOffset: -1 },
  '@media (pointer: coarse)': { height: 44 },
} as const;
