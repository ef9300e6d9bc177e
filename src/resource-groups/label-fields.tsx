import Box from '@mui/material/Box';
import { Plus, X } from 'lucide-react';
import { useFieldArray, useWatch, type Control } from 'react-hook-form';
import { labelPrefix } from '../domain/resource-group/resource-group-labels.ts';
import { Button, IconButton } from '../ui/buttons/button.tsx';
import { TextField } from '../ui/form/text-field.tsx';
import { iconProps } from '../ui/icon-props.ts';
import { useTexts } from '../ui/texts/texts.ts';
import { emptyLabel, groundingLabel, keyEndOf, type GroupFormValues } from './group-form-values.ts';

/** The labels of a group: rows of key and value, none at first. */
export function LabelFields({ control }: { control: Control<GroupFormValues> }) {
  const texts = useTexts('resourceGroups');
  const { fields, append, remove } = useFieldArray({ control, name: 'labels' });
  const labels = useWatch({ control, name: 'labels' });
  const hasGrounding = labels.some(({ key }) => keyEndOf(key) === groundingLabel.key);

  return (
    <>
      {fields.map((field, index) => {
        const key = keyEndOf(labels[index]?.key ?? '');
        return (
          <Box key={field.id} sx={rowStyle}>
            <TextField
              control={control}
              name={`labels.${index}.key`}
              label={texts.key}
              hint={texts.keyHint(`${labelPrefix}${key === '' ? '…' : key}`)}
            />
            <TextField control={control} name={`labels.${index}.value`} label={texts.value} />
            <IconButton
              label={key === '' ? texts.removeEmptyLabel : texts.removeLabel(key)}
              onClick={() => remove(index)}
            >
              <X {...iconProps} />
            </IconButton>
          </Box>
        );
      })}
      <Box sx={buttonsStyle}>
        <Button
          variant="outlined"
          startIcon={<Plus {...iconProps} />}
          onClick={() => append(emptyLabel, { focusName: `labels.${fields.length}.key` })}
        >
          {texts.addLabel}
        </Button>
        {!hasGrounding && (
          <Button onClick={() => append(groundingLabel, { focusName: `labels.${fields.length}.value` })}>
            {texts.addGrounding}
          </Button>
        )}
      </Box>
    </>
  );
}

/** With a larger font, a button may be wider than a phone. */
const buttonsStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: 1,
  mb: 2,
  '& > button': { height: 'auto', minHeight: 32, whiteSpace: 'normal' },
} as const;

const rowStyle = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr) 44px', sm: 'minmax(0, 3fr) minmax(0, 2fr) 28px' },
  columnGap: 1,
  alignItems: 'start',
  mb: 1,
  // The button is level with the fields, whose labels are above them.
  '& > button': { mt: { xs: 2.5, sm: '22px' }, gridColumn: { xs: 2, sm: 3 }, gridRow: 1 },
  '& > :nth-of-type(2)': { gridColumn: { xs: 1, sm: 2 } },
} as const;
