import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useState, type FormEvent } from 'react';
import { Button } from '../ui/buttons/button.tsx';
import { checkSecretName } from '../domain/pull-secret/secret-name.ts';
import { useTexts } from '../ui/texts/texts.ts';

/** A field for the name of a secret that is not in the list. */
export function OtherName({ onAdd }: { onAdd: (name: string) => void }) {
  const texts = useTexts('templates');
  const { nameProblem } = useTexts('secretForm');
  const [name, setName] = useState('');
  const [submitted, setSubmitted] = useState(false);
  const problem = checkSecretName(name);
  // An empty field is only an error once it is submitted.
  const shown = problem && (name !== '' || submitted) ? problem : undefined;

  const add = (event: FormEvent) => {
    event.preventDefault();
    setSubmitted(problem !== undefined);
    if (problem) return;
    onAdd(name);
    setName('');
  };

  return (
    <Box component="form" noValidate onSubmit={add} sx={{ display: 'flex', gap: 1, alignItems: 'start' }}>
      <TextField
        label={texts.otherName}
        value={name}
        onChange={(event) => {
          setName(event.target.value);
          setSubmitted(false);
        }}
        error={shown !== undefined}
        helperText={shown ? nameProblem(shown) : texts.otherNameHint}
        autoComplete="off"
        slotProps={{ htmlInput: { spellCheck: false, autoCapitalize: 'none' } }}
      />
      <Button type="submit" variant="outlined" sx={{ flex: 'none', mt: 2.5 }}>
        {texts.add}
      </Button>
    </Box>
  );
}
