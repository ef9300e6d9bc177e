import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useWatch, type Control } from 'react-hook-form';
import { adminUrl, type Connection } from '../domain/connection.ts';
import { buildSecretBody } from '../domain/docker-config.ts';
import { CodeBlock } from '../ui/code-block.tsx';
import { Region } from '../ui/region.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { toEntries, type SecretFormValues } from './secret-form-values.ts';

const mask = '••••••••';

/** The request as it will be sent, following what is typed, with every token masked. */
export function RequestPreview({
  control,
  connection,
}: {
  control: Control<SecretFormValues>;
  connection: Connection;
}) {
  const texts = useTexts('secretForm');
  const name = useWatch({ control, name: 'name' });
  const registries = useWatch({ control, name: 'registries' });
  const entries = toEntries(registries).map((entry) => ({
    ...entry,
    password: entry.password === '' ? '' : mask,
  }));
  const body = buildSecretBody(name, entries);
  const request = [
    `POST ${adminUrl(connection, 'dockerRegistrySecrets')}`,
    'Content-Type: application/json',
    '',
    JSON.stringify(body),
  ].join('\n');
  const config: unknown = JSON.parse(body.data['.dockerconfigjson']);

  return (
    <Region heading={texts.preview}>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
        {texts.previewNote}
      </Typography>
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        <CodeBlock label={texts.previewRequest} code={request} wrap />
        <CodeBlock label={texts.previewConfig} code={JSON.stringify(config, null, 2)} copyable={false} />
      </Box>
    </Region>
  );
}
