import Box from '@mui/material/Box';
import { Button } from '../ui/buttons/button.tsx';
import { useTexts } from '../ui/texts/texts.ts';

/** The names in the template that the chosen secrets replace; each replacement can be undone. */
export function ReplacedNames(props: { names: readonly string[]; onKeep: (name: string) => void }) {
  const texts = useTexts('templates');
  return props.names.map((name) => (
    <Box key={name} sx={{ mt: 0.75, overflowWrap: 'anywhere' }}>
      {texts.replacedName(name)}{' '}
      <Button size="small" onClick={() => props.onKeep(name)}>
        {texts.keepName(name)}
      </Button>
    </Box>
  ));
}
