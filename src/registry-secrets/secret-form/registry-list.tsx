import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useFormState, type UseFieldArrayReturn, type UseFormReturn } from 'react-hook-form';
import { iconProps } from '../../ui/icon-props.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { useBatches } from '../../ui/use-batches.tsx';
import { RegistryFields } from './registry-fields.tsx';
import { RegistrySummary } from './registry-summary.tsx';
import { emptyRegistry, type SecretFormValues } from './secret-form-values.ts';

interface RegistryListProps {
  readonly form: UseFormReturn<SecretFormValues>;
  readonly registries: UseFieldArrayReturn<SecretFormValues, 'registries'>;
}

/** More than these are folded into a line each until opened: hundreds of open forms would be slow and no help. */
const openAtMost = 4;
/** So many that lack something are drawn and open, wherever they stand; the others follow as these are mended. */
const maxPointedOut = 10;

/** The registries of the secret: one at least; more are added, removed and put in order here. */
export function RegistryList({ form, registries }: RegistryListProps) {
  const texts = useTexts('secretForm');
  const { control } = form;
  const { fields, append, remove, move } = registries;
  const { errors } = useFormState({ control, name: 'registries' });
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  // An imported file may hold thousands, which a browser would draw for many seconds.
  const { shown, more } = useBatches(fields);
  const several = fields.length > 1;
  const last = fields.length - 1;
  const lacking = fields.flatMap(({ host }, index) =>
    host === '' || errors.registries?.[index] !== undefined ? [index] : [],
  );
  const pointedOut = new Set([
    ...lacking.slice(0, maxPointedOut),
    ...lacking.filter((index) => index === last),
  ]);

  function isDrawn(index: number): boolean {
    return index < shown.length || pointedOut.has(index);
  }

  return (
    <>
      {fields.map((field, index) => {
        if (!isDrawn(index)) return undefined;
        const position = index + 1;
        const isOpen = fields.length <= openAtMost || opened.has(field.id) || pointedOut.has(index);
        return (
          <Paper key={field.id} component="fieldset" variant="outlined" sx={fieldsetStyle}>
            <legend>{texts.registry(position)}</legend>
            <Box sx={headStyle}>
              {!isOpen && (
                <RegistrySummary
                  control={control}
                  index={index}
                  onOpen={() => setOpened(new Set([...opened, field.id]))}
                />
              )}
              {several && (
                <>
                  {/* aria-disabled, not disabled: the focus stays where it is when the end is reached. */}
                  <Button
                    size="small"
                    aria-label={texts.moveUp(position)}
                    aria-disabled={index === 0}
                    onClick={() => index > 0 && move(index, index - 1)}
                  >
                    {texts.up}
                  </Button>
                  <Button
                    size="small"
                    aria-label={texts.moveDown(position)}
                    aria-disabled={position === fields.length}
                    onClick={() => position < fields.length && move(index, index + 1)}
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
                </>
              )}
            </Box>
            {isOpen && <RegistryFields form={form} index={index} />}
          </Paper>
        );
      })}
      {more}
      <Button
        variant="outlined"
        startIcon={<Plus {...iconProps} />}
        onClick={() => append(emptyRegistry, { focusName: `registries.${fields.length}.host` })}
      >
        {texts.addRegistry}
      </Button>
    </>
  );
}

const headStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'flex-end',
  alignItems: 'center',
  gap: 0.5,
  minHeight: 40,
  mb: 1,
  '& [aria-disabled=true]': { opacity: 0.45, cursor: 'default' },
} as const;

const fieldsetStyle = {
  m: 0,
  mb: 2,
  p: 2,
  pt: 0.5,
  minWidth: 0,
  // Inside the card, at the beginning of its head.
  '& > legend': { float: 'left', p: 0, typography: 'h3', lineHeight: '40px' },
} as const;
