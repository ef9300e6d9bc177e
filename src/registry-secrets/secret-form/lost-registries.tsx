import Button from '@mui/material/Button';
import { useWatch, type Control } from 'react-hook-form';
import { Alert } from '../../ui/feedback/alert.tsx';
import type { KnownRegistry } from '../../domain/registry/known-registry.ts';
import { useSettled } from '../../ui/form/typing.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import {
  emptyRegistry,
  lostRegistries,
  type RegistryValues,
  type SecretFormValues,
} from './secret-form-values.ts';

interface LostRegistriesProps {
  readonly control: Control<SecretFormValues>;
  readonly known: readonly KnownRegistry[];
  readonly onAdd: (registry: RegistryValues) => void;
}

/** Warns of each registry that was in the secret and is not in the form: rotating would remove it. */
export function LostRegistries({ control, known, onAdd }: LostRegistriesProps) {
  const texts = useTexts('secretForm');
  const registries = useSettled(useWatch({ control, name: 'registries' }));
  return (
    <div aria-live="polite">
      {lostRegistries(known, registries).map(({ host, username = '' }) => (
        <Alert
          key={host}
          severity="warning"
          sx={{ mb: 1.5, py: 0.25 }}
          action={
            <Button
              size="small"
              color="inherit"
              onClick={() => onAdd({ ...emptyRegistry, host, username })}
              sx={{ whiteSpace: 'nowrap' }}
            >
              {texts.addLost}
            </Button>
          }
        >
          {texts.lost(host)}
        </Alert>
      ))}
    </div>
  );
}
