import Box from '@mui/material/Box';
import { useWatch, type Control } from 'react-hook-form';
import { maskedValue } from '../../../domain/pull-secret/docker-config.ts';
import { isCredentialUsername } from '../../../domain/token/username-credential.ts';
import type { SecretFormValues } from '../secret-form-values.ts';

interface RegistrySummaryProps {
  readonly control: Control<SecretFormValues>;
  readonly index: number;
}

/** A registry in one line, in a long list. */
export function RegistrySummary({ control, index }: RegistrySummaryProps) {
  const { host, username, accessToken } = useWatch({ control, name: `registries.${index}` });
  const shown = isCredentialUsername({ host, username, password: accessToken }) ? maskedValue : username;
  return (
    <Box sx={lineStyle}>
      <code>{host}</code> <code>{shown}</code>
    </Box>
  );
}

const lineStyle = {
  flex: 1,
  minWidth: 0,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  '& > code + code': { ml: 1, color: 'text.secondary' },
} as const;
