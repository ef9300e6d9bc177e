import type { ReactNode } from 'react';
import { registryProviders } from '../../../domain/registry/registry-providers.ts';
import type { RegistryProviderId } from '../../../domain/registry/registry-provider.ts';
import { LabelledSelect } from '../../../ui/select/labelled-select.tsx';
import { useTexts } from '../../../ui/texts/texts.ts';

interface ProviderFieldProps {
  readonly provider: RegistryProviderId;
  readonly hint: ReactNode;
  readonly onChange: (id: RegistryProviderId) => void;
}

/** The registry's product, which determines what is known of its host, username and token. */
export function ProviderField({ provider, hint, onChange }: ProviderFieldProps) {
  const texts = useTexts('secretForm');
  return (
    <LabelledSelect
      label={texts.provider}
      options={registryProviders.map(({ id, name }) => ({
        value: id,
        label: name === '' ? texts.otherProvider : name,
      }))}
      value={provider}
      hint={hint}
      onChange={onChange}
    />
  );
}
