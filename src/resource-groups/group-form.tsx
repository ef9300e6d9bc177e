import { zodResolver } from '@hookform/resolvers/zod';
import Box from '@mui/material/Box';
import { useForm, useWatch } from 'react-hook-form';
import { checkResourceGroupId } from '../domain/resource-group/resource-group-id.ts';
import { suggestionNotes } from '../ui/form/field-notes.tsx';
import { PageForm } from '../ui/form/form-shell.tsx';
import { TextField } from '../ui/form/text-field.tsx';
import { useSettled } from '../ui/form/typing.tsx';
import { useFormShell } from '../ui/form/use-form-shell.ts';
import { useWrite, type WriteOptions } from '../ui/form/use-write.ts';
import { Section } from '../ui/layout/section.tsx';
import { GoodToKnow } from '../ui/layout/good-to-know.tsx';
import { SapDocsLink } from '../ui/docs/sap-docs-link.tsx';
import { CancelLink } from '../ui/buttons/way-back.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { groupFormSchema, type GroupFormValues } from './group-form-values.ts';
import { LabelFields } from './label-fields.tsx';

interface GroupFormProps {
  /** The list that Cancel leads to, if any. */
  readonly tenant?: string;
  readonly submitLabel?: string;
  /** Existing ids, if known. */
  readonly taken: readonly string[];
  /** What submitting does; after a failure the form keeps its input. */
  readonly write: WriteOptions<GroupFormValues>;
}

/** A new resource group. */
export function GroupForm({ tenant, submitLabel, taken, write: options }: GroupFormProps) {
  const texts = useTexts('resourceGroups');
  const words = useTexts('objects');
  const write = useWrite(options, ({ status }) => status === 409);
  const form = useForm<GroupFormValues>({
    defaultValues: { name: '', labels: [] },
    shouldFocusError: false,
    // A group that an earlier attempt may have created is not somebody else's.
    resolver: zodResolver(
      groupFormSchema(
        texts,
        taken.filter((name) => name !== write.lost?.name),
      ),
    ),
  });
  const { control, setError, setFocus, setValue, trigger } = form;
  const name = useSettled(useWatch({ control, name: 'name' }));
  const problem = checkResourceGroupId(name);
  const suggestion = problem && 'suggestion' in problem ? problem.suggestion : undefined;
  const shell = useFormShell(form, write, async (values) => {
    const failure = await write.run(values);
    if (failure?.error.status === 409)
      setError('name', { message: texts.idTaken(values.name) }, { shouldFocus: true });
  });

  return (
    <PageForm
      {...shell}
      submitLabel={submitLabel ?? texts.add}
      secondaryActions={
        tenant !== undefined && <CancelLink to="/$tenant/resource-groups" params={{ tenant }} />
      }
      aside={
        <GoodToKnow>
          {texts.addNote} <SapDocsLink about="resourceGroup" />
        </GoodToKnow>
      }
    >
      <Box sx={{ maxWidth: 720, mb: 2 }}>
        <TextField
          control={control}
          name="name"
          label={texts.idLabel}
          hint={texts.idHint}
          autoFocus
          onFilled={() => void trigger('name')}
          notes={suggestionNotes(words, suggestion, (meant) => {
            setValue('name', meant, { shouldDirty: true, shouldValidate: true });
            setFocus('name');
          })}
        />
      </Box>
      <Box sx={{ maxWidth: 720 }}>
        <Section heading={texts.labels}>
          <Box sx={{ color: 'text.secondary', mb: 1 }}>{texts.labelsNote}</Box>
          <LabelFields control={control} />
        </Section>
      </Box>
    </PageForm>
  );
}
