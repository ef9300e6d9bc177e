import Box from '@mui/material/Box';
import MuiTextField from '@mui/material/TextField';
import { useState } from 'react';
import { buildProviderHost } from '../../../domain/registry/provider-host.ts';
import type { RegistryProvider } from '../../../domain/registry/registry-provider.ts';
import { useSettled } from '../../../ui/form/typing.tsx';
import { useTexts } from '../../../ui/texts/texts.ts';
import { hostParameters } from './provider-choice.ts';

interface HostParameterFieldsProps {
  readonly provider: RegistryProvider;
  readonly host: string;
  readonly onHost: (host: string) => void;
}

/** Account, region and the like, for providers whose hosts are made of them; they fill in the host. */
export function HostParameterFields({ provider, host, onHost }: HostParameterFieldsProps) {
  const texts = useTexts('secretForm');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const judged = hostParameters(provider, useSettled(host), useSettled(typed));
  if (!judged) return null;

  const shown = hostParameters(provider, host, typed) ?? typed;
  const built = buildProviderHost(provider, judged);
  const malformed = built.ok
    ? []
    : built.problems.filter(({ code }) => code === 'parameter-malformed').map(({ parameter }) => parameter);
  const change = (id: string, value: string) => {
    const next = { ...shown, [id]: value };
    setTyped(next);
    const result = buildProviderHost(provider, next);
    onHost(result.ok ? result.host : '');
  };

  return (
    <Box sx={rowStyle}>
      {provider.hostParameters?.map(({ id, example }) => (
        <MuiTextField
          key={id}
          label={texts.hostParameter(id)}
          value={shown[id] ?? ''}
          error={malformed.includes(id)}
          helperText={malformed.includes(id) ? texts.hostParameterMalformed(example) : texts.example(example)}
          onChange={(event) => change(id, event.target.value)}
          autoComplete="off"
          slotProps={{ htmlInput: { spellCheck: false, autoCapitalize: 'none' } }}
        />
      ))}
    </Box>
  );
}

const rowStyle = {
  gridColumn: '1 / -1',
  display: 'grid',
  columnGap: 2,
  rowGap: 1,
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(auto-fit, minmax(140px, 1fr))' },
} as const;
