import Box from '@mui/material/Box';
import { useTexts } from '../texts/texts.ts';

const maxNames = 10;

interface NameListProps {
  /** Says what the names are. */
  readonly lead: string;
  readonly names: readonly string[];
}

/** A sentence and a list of names, cut off after the first few. */
export function NameList({ lead, names }: NameListProps) {
  const { batches } = useTexts('objects');
  return (
    <Box sx={{ mt: 1, typography: 'body2' }}>
      {lead}
      <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5, overflowWrap: 'anywhere' }}>
        {names.slice(0, maxNames).map((name) => (
          <li key={name}>
            <code>{name}</code>
          </li>
        ))}
      </Box>
      {names.length > maxNames && batches.notShown(names.length - maxNames)}
    </Box>
  );
}
