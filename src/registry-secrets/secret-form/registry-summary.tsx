import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useWatch, type Control } from 'react-hook-form';
import { maskedValue } from '../../domain/pull-secret/docker-config.ts';
import { isCredentialUsername } from '../../domain/token/username-credential.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import type { SecretFormValues } from './secret-form-values.ts';

interface RegistrySummaryProps {
  readonly control: Control<SecretFormValues>;
  readonly index: number;
  readonly onOpen: () => void;
}

/** One registry of many in a line; the token is only said to be there. */
export function RegistrySummary({ control, index, onOpen }: RegistrySummaryProps) {
  const texts = useTexts('secretForm');
  const { host, username, accessToken } = useWatch({ control, name: `registries.${index}` });
  const shown = isCredentialUsername({ host, username, password: accessToken }) ? maskedValue : username;
  return (
    <>
      <Box sx={{ mr: 'auto', typography: 'body2', overflowWrap: 'anywhere', minWidth: 0 }}>
        <strong>{host}</strong> · {shown}
      </Box>
      <Button size="small" aria-label={texts.editRegistry(index + 1)} onClick={onOpen}>
        {texts.edit}
      </Button>
    </>
  );
}
