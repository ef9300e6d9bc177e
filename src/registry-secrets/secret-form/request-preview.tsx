import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useDeferredValue, useMemo } from 'react';
import { useWatch, type Control } from 'react-hook-form';
import { adminUrl, type Connection } from '../../domain/connection/connection.ts';
import { buildDockerConfigJson, type SecretBody } from '../../domain/pull-secret/docker-config.ts';
import { formatJson, parseJsonText } from '../../domain/text/json-text.ts';
import { CodeBlock } from '../../ui/code-block.tsx';
import { Region } from '../../ui/region.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import { ExportButton } from '../export/export-button.tsx';
import { toEntries, type SecretFormValues } from './secret-form-values.ts';

interface RequestPreviewProps {
  readonly control: Control<SecretFormValues>;
  readonly connection: Connection;
  readonly method: 'POST' | 'PATCH';
}

/** The request as it will be sent, following what is typed, with every token masked. */
export function RequestPreview({ control, connection, method }: RequestPreviewProps) {
  const texts = useTexts('secretForm');
  const name = useWatch({ control, name: 'name' });
  // Typing goes before the preview, which takes its time when there are hundreds of registries.
  const registries = useDeferredValue(useWatch({ control, name: 'registries' }));
  const config = useMemo(() => buildDockerConfigJson(toEntries(registries), { masked: true }), [registries]);
  const indented = useMemo(() => formatted(config), [config]);
  const path =
    method === 'POST' ? 'dockerRegistrySecrets' : `dockerRegistrySecrets/${encodeURIComponent(name)}`;
  const request = [
    `${method} ${adminUrl(connection, path)}`,
    'Content-Type: application/json',
    '',
    JSON.stringify({ name, data: { '.dockerconfigjson': config } } satisfies SecretBody),
  ].join('\n');

  return (
    <Region heading={texts.preview}>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
        {texts.previewNote}
      </Typography>
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        <CodeBlock label={texts.previewRequest} code={request} wrap />
        <CodeBlock label={texts.previewConfig} code={indented} copyable={false} />
        <Box>
          <ExportButton read={() => ({ name, entries: toEntries(registries), method })} />
        </Box>
      </Box>
    </Region>
  );
}

function formatted(config: string): string {
  const parsed = parseJsonText(config);
  return parsed.ok ? formatJson(parsed.value) : '';
}
