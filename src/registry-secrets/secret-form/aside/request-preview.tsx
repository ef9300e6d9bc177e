import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useDeferredValue, useId, useMemo, useState } from 'react';
import { useWatch, type Control } from 'react-hook-form';
import { adminUrl, type Connection } from '../../../domain/connection/connection.ts';
import { buildDockerConfigJson, type SecretBody } from '../../../domain/pull-secret/docker-config.ts';
import { formatJson, parseJsonText } from '../../../domain/text/json-text.ts';
import { CodeBlock } from '../../../ui/code-block.tsx';
import { iconProps } from '../../../ui/icon-props.ts';
import { useTexts } from '../../../ui/texts/texts.ts';
import { ExportButton } from '../../export/export-button.tsx';
import { toEntries, type SecretFormValues } from '../secret-form-values.ts';

interface RequestPreviewProps {
  readonly control: Control<SecretFormValues>;
  readonly connection: Connection;
  readonly method: 'POST' | 'PATCH';
}

/** The request as it will be sent, with every token masked; follows the form, and is folded at first. */
export function RequestPreview(props: RequestPreviewProps) {
  const texts = useTexts('secretForm');
  const [open, setOpen] = useState(false);
  const id = useId();
  const Fold = open ? ChevronDown : ChevronRight;
  return (
    <Box component="section" aria-labelledby={id}>
      <Box
        component="button"
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        sx={foldStyle}
      >
        <Fold {...iconProps} />
        <span id={id}>{texts.preview}</span>
      </Box>
      {open && <Preview {...props} />}
    </Box>
  );
}

function Preview({ control, connection, method }: RequestPreviewProps) {
  const texts = useTexts('secretForm');
  const name = useWatch({ control, name: 'name' });
  // Typing has priority over the preview, which takes a while with hundreds of registries.
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
    <Box sx={{ display: 'grid', gap: 1.5, mt: 1.5 }}>
      <Typography variant="body2" color="textSecondary">
        {texts.previewNote}
      </Typography>
      <CodeBlock label={texts.previewRequest} code={request} wrap />
      <CodeBlock label={texts.previewConfig} code={indented} copyable={false} />
      <Box>
        <ExportButton read={() => ({ name, entries: toEntries(registries), method })} />
      </Box>
    </Box>
  );
}

function formatted(config: string): string {
  const parsed = parseJsonText(config);
  return parsed.ok ? formatJson(parsed.value) : '';
}

const foldStyle = {
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  width: '100%',
  minHeight: 40,
  px: 1.5,
  border: 1,
  borderColor: 'divider',
  borderRadius: '8px',
  bgcolor: 'background.paper',
  color: 'text.primary',
  font: 'inherit',
  textAlign: 'left',
  cursor: 'pointer',
  '& > svg': { flex: 'none', color: 'text.disabled' },
  '&:hover': { borderColor: 'rule.strong', bgcolor: 'action.hover' },
  '@media (pointer: coarse)': { minHeight: 44 },
} as const;
