import MuiTextField from '@mui/material/TextField';
import type { ReactNode } from 'react';
import { registryProviders } from '../../../domain/registry/registry-providers.ts';
import type { RegistryProviderId } from '../../../domain/registry/registry-provider.ts';
import { selectSlot } from '../../../ui/select/select-slot.tsx';
import { useTexts } from '../../../ui/texts/texts.ts';

interface ProviderFieldProps {
  readonly provider: RegistryProviderId;
  readonly hint: ReactNode;
  readonly onChange: (id: RegistryProviderId) => void;
}

/** The registry's product, for what is known of its host, username and token. */
export function ProviderField({ provider, hint, onChange }: ProviderFieldProps) {
  const texts = useTexts('secretForm');
  return (
    <MuiTextField
      select
      label={texts.provider}
      value={provider}
      helperText={hint}
      onChange={(event) => {
        const chosen = registryProviders.find(({ id }) => id === event.target.value);
        if (chosen) onChange(chosen.id);
      }}
      slotProps={{ select: selectSlot, inputLabel: { shrink: true } }}
    >
      {registryProviders.map(({ id, name }) => (
        <option key={id} value={id}>
          {name === '' ? texts.otherProvider : name}
        </option>
      ))}
    </MuiTextField>
  );
}
