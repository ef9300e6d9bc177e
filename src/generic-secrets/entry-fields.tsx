import Box from '@mui/material/Box';
import { FileKey, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useFieldArray, useWatch, type UseFormReturn } from 'react-hook-form';
import { decodedOnce, isVariableName, maxSecretBytes } from '../domain/generic-secret/secret-data.ts';
import { bytesToBase64 } from '../domain/text/base64.ts';
import { Button, IconButton } from '../ui/buttons/button.tsx';
import { FileButton } from '../ui/file-button.tsx';
import type { FieldNote } from '../ui/form/field-notes.tsx';
import { SecretField } from '../ui/form/secret-field.tsx';
import { TextField } from '../ui/form/text-field.tsx';
import { useSettled } from '../ui/form/typing.tsx';
import { iconProps } from '../ui/icon-props.ts';
import { formatBytes } from '../ui/texts/format-bytes.ts';
import { useTexts } from '../ui/texts/texts.ts';
import { emptyEntry, type GenericSecretValues } from './generic-secret-form-values.ts';

/** Keys and values, at least one: a value is typed or read from a file. */
export function EntryFields({ form }: { form: UseFormReturn<GenericSecretValues> }) {
  const texts = useTexts('genericSecrets');
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'entries' });
  return (
    <>
      {fields.map((field, index) => (
        <EntryRow
          key={field.id}
          form={form}
          index={index}
          onRemove={fields.length > 1 ? () => remove(index) : undefined}
        />
      ))}
      <Button
        variant="outlined"
        startIcon={<Plus {...iconProps} />}
        onClick={() => append(emptyEntry, { focusName: `entries.${fields.length}.key` })}
      >
        {texts.addKey}
      </Button>
    </>
  );
}

interface EntryRowProps {
  readonly form: UseFormReturn<GenericSecretValues>;
  readonly index: number;
  readonly onRemove: (() => void) | undefined;
}

function EntryRow({ form, index, onRemove }: EntryRowProps) {
  const texts = useTexts('genericSecrets');
  const { control, setFocus, setValue, trigger } = form;
  const [fileProblem, setFileProblem] = useState<string>();
  const entry = useWatch({ control, name: `entries.${index}` });
  const { key, text, file } = useSettled(entry);
  const clear = text === '' ? undefined : decodedOnce(text);

  const takeFile = async (chosen: File) => {
    setFileProblem(
      chosen.size > maxSecretBytes ? texts.fileTooLarge(chosen.name, maxSecretBytes) : undefined,
    );
    if (chosen.size > maxSecretBytes) return;
    const bytes = await chosen.arrayBuffer().catch(() => undefined);
    if (!bytes) {
      setFileProblem(texts.unreadableFile);
      return;
    }
    const base64 = bytesToBase64(new Uint8Array(bytes));
    const value = { key: key === '' ? keyOf(chosen.name) : key, text: '', file: undefined };
    setValue(
      `entries.${index}`,
      { ...value, file: { name: chosen.name, size: chosen.size, base64 } },
      { shouldDirty: true },
    );
    void trigger(`entries.${index}`);
  };
  const encodedTwice: FieldNote[] =
    clear === undefined
      ? []
      : [
          {
            id: 'base64',
            severity: 'info',
            text: texts.alreadyEncoded,
            fix: {
              label: texts.decode,
              apply: () => {
                setValue(`entries.${index}.text`, clear, { shouldDirty: true });
                setFocus(`entries.${index}.text`);
              },
            },
          },
        ];

  return (
    <Box role="group" aria-label={texts.entry(index + 1)} sx={rowStyle}>
      <TextField
        control={control}
        name={`entries.${index}.key`}
        label={texts.key}
        hint={key !== '' && !isVariableName(key) ? texts.noVariable : texts.keyHint}
        onFilled={() => void trigger(`entries.${index}.key`)}
      />
      {file ? (
        <Box sx={fileStyle}>
          <span>{texts.value}</span>
          <div>
            <FileKey {...iconProps} />
            <code>{file.name}</code>
            <span>{formatBytes(file.size)}</span>
            <Button
              size="small"
              onClick={() => setValue(`entries.${index}.file`, undefined, { shouldDirty: true })}
            >
              {texts.typeInstead}
            </Button>
          </div>
        </Box>
      ) : (
        <div>
          <SecretField
            control={control}
            name={`entries.${index}.text`}
            label={texts.value}
            hint={texts.valueHint}
            notes={
              fileProblem === undefined
                ? encodedTwice
                : [{ id: 'file', severity: 'warning', text: fileProblem }]
            }
            showLabel={texts.show}
            hideLabel={texts.hide}
          />
          <FileButton label={texts.useFile} onFile={(chosen) => void takeFile(chosen)} />
        </div>
      )}
      {onRemove && (
        <IconButton label={key === '' ? texts.removeEmpty : texts.remove(key)} onClick={onRemove}>
          <X {...iconProps} />
        </IconButton>
      )}
    </Box>
  );
}

/** Turns a file's name into a key; Kubernetes accepts most as they are. */
function keyOf(fileName: string): string {
  return fileName.replaceAll(/[^-._a-zA-Z0-9]+/g, '-');
}

const rowStyle = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 2fr) minmax(0, 3fr)' },
  // A single entry cannot be removed, and is as wide as the fields above.
  '&:has(> button)': {
    gridTemplateColumns: { xs: 'minmax(0, 1fr) 44px', sm: 'minmax(0, 2fr) minmax(0, 3fr) 28px' },
  },
  columnGap: 1,
  alignItems: 'start',
  mb: 2,
  '& > button': { mt: { xs: 2.5, sm: '22px' }, gridColumn: { xs: 2, sm: 3 }, gridRow: 1 },
  '& > :nth-of-type(2)': { gridColumn: { xs: 1, sm: 2 } },
} as const;

const fileStyle = {
  '& > span': { display: 'block', typography: 'caption', fontWeight: 600, mb: 0.5 },
  '& > div': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 1,
    minHeight: 32,
    overflowWrap: 'anywhere',
    '& > span': { color: 'text.secondary', typography: 'caption' },
  },
} as const;
