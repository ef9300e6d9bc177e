import { zodResolver } from '@hookform/resolvers/zod';
import Box from '@mui/material/Box';
import { useForm } from 'react-hook-form';
import { useConnection, useInvalidate } from '../api/current-connection.tsx';
import {
  findResourceGroup,
  replaceResourceGroupLabels,
  type ResourceGroup,
} from '../api/groups/resource-groups.ts';
import { DialogForm } from '../ui/form/dialog-form.tsx';
import { useWrite } from '../ui/form/use-write.ts';
import { WriteFailureAlert } from '../ui/form/write-failure-alert.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import {
  groupFormSchema,
  ownLabels,
  toLabels,
  type GroupFormValues,
  type LabelValues,
} from './group-form-values.ts';
import { LabelFields } from './label-fields.tsx';

interface LabelsDialogProps {
  readonly group: ResourceGroup;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** All labels of a group that a customer may change. */
export function LabelsDialog({ group, onSaved, onClose }: LabelsDialogProps) {
  const texts = useTexts('resourceGroups');
  const connection = useConnection();
  const { name, labels } = group;
  const own = ownLabels(group);
  const write = useWrite<GroupFormValues>({
    send: (values) => replaceResourceGroupLabels(connection, { name, labels: toLabels(values.labels) }),
    findOut: async (values) => {
      const now = await findResourceGroup(connection, name);
      return now && isSame(ownLabels(now), values.labels) ? 'done' : 'not-done';
    },
    refresh: useInvalidate('resourceGroups'),
    onDone: onSaved,
  });
  const { control, formState, handleSubmit } = useForm<GroupFormValues>({
    defaultValues: { name, labels: own },
    resolver: zodResolver(groupFormSchema(texts)),
  });
  const submit = handleSubmit((values) => write.run(values));

  return (
    <DialogForm
      heading={texts.labelsHeading}
      name={name}
      onSubmit={(event) => void submit(event)}
      submitLabel={texts.saveLabels}
      dirty={formState.isDirty}
      busy={write.pending !== undefined}
      failure={undefined}
      onClose={onClose}
    >
      <LabelFields control={control} />
      {own.length < labels.length && (
        <Box sx={{ typography: 'caption', color: 'text.secondary' }}>{texts.otherLabels}</Box>
      )}
      <WriteFailureAlert write={write} sx={{ mt: 2 }} />
    </DialogForm>
  );
}

/** Independent of the order in which AI Core returns them. */
function isSame(one: readonly LabelValues[], other: readonly LabelValues[]): boolean {
  const [first, second] = [one, other].map((labels) =>
    toLabels(labels)
      .map(({ key, value }) => `${key}=${value}`)
      .toSorted()
      .join('\n'),
  );
  return first === second;
}
