import Box from '@mui/material/Box';
import { TriangleAlert, Undo2 } from 'lucide-react';
import { useWatch, type Control } from 'react-hook-form';
import { Button } from '../../ui/buttons/button.tsx';
import type { KnownRegistry } from '../../domain/registry/known-registry.ts';
import { useSettled } from '../../ui/form/typing.tsx';
import { iconProps, smallIconProps } from '../../ui/icon-props.ts';
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

/** Each registry of the secret that is missing in the form: rotating removes it, unless it is added again. */
export function LostRegistries({ control, known, onAdd }: LostRegistriesProps) {
  const texts = useTexts('secretForm');
  const registries = useSettled(useWatch({ control, name: 'registries' }));
  return (
    <div aria-live="polite">
      {lostRegistries(known, registries).map(({ host, username = '' }) => (
        <Box key={host} sx={cardStyle}>
          <TriangleAlert {...iconProps} />
          <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
            <code>{host}</code> {texts.lost}
          </Box>
          <Button
            size="small"
            startIcon={<Undo2 {...smallIconProps} />}
            aria-label={texts.keepLostOf(host)}
            onClick={() => onAdd({ ...emptyRegistry, host, username })}
          >
            {texts.keepLost}
          </Button>
        </Box>
      ))}
    </div>
  );
}

const cardStyle = {
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  minHeight: 40,
  mb: 2,
  pl: 2,
  pr: 1,
  border: '1px dashed',
  borderColor: 'warning.line',
  borderRadius: '8px',
  bgcolor: 'warning.soft',
  '& > svg': { flex: 'none', color: 'warning.main' },
} as const;
