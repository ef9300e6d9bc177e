import Box from '@mui/material/Box';
import { Plus } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useFormState, type UseFieldArrayReturn, type UseFormReturn } from 'react-hook-form';
import { Button } from '../../ui/buttons/button.tsx';
import { registryIdentity } from '../../domain/registry/registry-host.ts';
import type { KnownRegistry } from '../../domain/registry/known-registry.ts';
import { iconProps } from '../../ui/icon-props.ts';
import { hideToast, showToast, type Toast } from '../../ui/toasts/toasts.ts';
import { toggled } from '../../ui/toggled.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { useBatches } from '../../ui/use-batches.tsx';
import { LostRegistries } from './lost-registries.tsx';
import { RegistryCard } from './registry/registry-card.tsx';
import { emptyRegistry, type SecretFormValues } from './secret-form-values.ts';

interface RegistryListProps {
  readonly form: UseFormReturn<SecretFormValues>;
  readonly registries: UseFieldArrayReturn<SecretFormValues, 'registries'>;
  /** What the secret is known to hold. */
  readonly known: readonly KnownRegistry[];
  /** Beside the button that adds a registry. */
  readonly children: ReactNode;
}

/** More than these are collapsed to a line each: hundreds of open forms would be slow and no help. */
const openAtMost = 3;
/**
 * At most this many incomplete registries are rendered and open wherever they are; others follow as these are
 * completed.
 */
const maxPointedOut = 10;

/** The registries of the secret, at least one; they are added, removed and reordered here. */
export function RegistryList({ form, registries, known, children }: RegistryListProps) {
  const texts = useTexts('secretForm');
  const { control } = form;
  const { fields, append, insert, remove, move } = registries;
  const { errors } = useFormState({ control, name: 'registries' });
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  // An imported file may contain thousands, which would take many seconds to render.
  const { shown, more } = useBatches(fields);
  const foldable = fields.length > openAtMost;
  const last = fields.length - 1;
  const lacking = fields.flatMap(({ host, accessToken }, index) =>
    host === '' || (known.length > 0 && accessToken === '') || errors.registries?.[index] !== undefined
      ? [index]
      : [],
  );
  const pointedOut = new Set([
    ...lacking.slice(0, maxPointedOut),
    ...lacking.filter((index) => index === last),
  ]);
  const knownLogins = new Set(
    known.flatMap(({ host, username }) => (username === undefined ? [] : [loginOf({ host, username })])),
  );

  // The undo button holds a token, so it disappears with the form.
  const removed = useRef<Toast>(undefined);
  useEffect(() => () => removed.current && hideToast(removed.current), []);
  const removeAt = (index: number) => {
    const values = form.getValues(`registries.${index}`);
    remove(index);
    removed.current = {
      text: texts.registryRemoved(values.host || texts.registry(index + 1)),
      undo: () => insert(index, values, { focusName: `registries.${index}.host` }),
    };
    showToast(removed.current);
  };

  return (
    <>
      {fields.map((field, index) => {
        if (index >= shown.length && !pointedOut.has(index)) return undefined;
        const isPointedOut = pointedOut.has(index);
        return (
          <RegistryCard
            key={field.id}
            form={form}
            index={index}
            count={fields.length}
            open={!foldable || isPointedOut || opened.has(field.id)}
            onToggle={foldable && !isPointedOut ? () => setOpened(toggled(opened, field.id)) : undefined}
            known={knownLogins.has(loginOf(field))}
            onMove={(to) => move(index, to)}
            onRemove={() => removeAt(index)}
          />
        );
      })}
      {more}
      {known.length > 0 && (
        <LostRegistries control={control} known={known} onAdd={(values) => append(values)} />
      )}
      <Box sx={{ display: 'flex', gap: 1, mb: 3 }}>
        <Button
          variant="outlined"
          startIcon={<Plus {...iconProps} />}
          onClick={() => append(emptyRegistry, { focusName: `registries.${fields.length}.host` })}
        >
          {texts.addRegistry}
        </Button>
        {children}
      </Box>
    </>
  );
}

function loginOf({ host, username }: { host: string; username: string }): string {
  return `${registryIdentity(host)} ${username}`;
}
