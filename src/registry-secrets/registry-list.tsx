import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import { useFieldArray, type Control, type UseFormSetValue } from 'react-hook-form';
import { useTexts } from '../ui/texts/texts.ts';
import { RegistryFields } from './registry-fields.tsx';
import { emptyRegistry, type SecretFormValues } from './secret-form-values.ts';

interface RegistryListProps {
  readonly control: Control<SecretFormValues>;
  readonly setValue: UseFormSetValue<SecretFormValues>;
}

/** The registries of the secret: one at least; more are added, removed and put in order here. */
export function RegistryList({ control, setValue }: RegistryListProps) {
  const texts = useTexts('secretForm');
  const { fields, append, remove, move } = useFieldArray({ control, name: 'registries' });
  const several = fields.length > 1;

  return (
    <>
      {fields.map((field, index) => {
        const position = index + 1;
        return (
          <Paper key={field.id} component="fieldset" variant="outlined" sx={fieldsetStyle}>
            <legend>{texts.registry(position)}</legend>
            {several && (
              <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 0.5, mt: -1, mb: 1 }}>
                <Button
                  size="small"
                  aria-label={texts.moveUp(position)}
                  disabled={index === 0}
                  onClick={() => move(index, index - 1)}
                >
                  {texts.up}
                </Button>
                <Button
                  size="small"
                  aria-label={texts.moveDown(position)}
                  disabled={position === fields.length}
                  onClick={() => move(index, index + 1)}
                >
                  {texts.down}
                </Button>
                <Button
                  size="small"
                  color="error"
                  aria-label={texts.removeRegistry(position)}
                  onClick={() => remove(index)}
                >
                  {texts.remove}
                </Button>
              </Box>
            )}
            <RegistryFields control={control} setValue={setValue} index={index} />
          </Paper>
        );
      })}
      <Button size="small" onClick={() => append(emptyRegistry)}>
        {texts.addRegistry}
      </Button>
    </>
  );
}

const fieldsetStyle = {
  m: 0,
  mb: 1.5,
  p: 2,
  pt: 1,
  minWidth: 0,
  '& > legend': { px: 0.75, typography: 'caption', fontWeight: 600, color: 'text.secondary' },
} as const;
