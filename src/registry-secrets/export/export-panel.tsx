import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useId, useState } from 'react';
import { Alert } from '../../ui/feedback/alert.tsx';
import { reportExport } from '../../api/credential-exports.ts';
import { useConnection } from '../../api/current-connection.tsx';
import { exportSecret, type ExportFormat } from '../../domain/pull-secret/export.ts';
import { CodeBlock } from '../../ui/code-block.tsx';
import { DownloadButton } from '../../ui/download-button.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import type { ExportedSecret } from './exported-secret.ts';

const formats: readonly ExportFormat[] = ['request-body', 'curl', 'kubernetes-secret', 'docker-config'];

/** The secret in each format that other tools accept; credentials are only included on request. */
export function ExportPanel({ secret }: { secret: ExportedSecret }) {
  const texts = useTexts('exportTexts');
  const connection = useConnection();
  const id = useId();
  const [format, setFormat] = useState<ExportFormat>('request-body');
  const [unmasked, setUnmasked] = useState(false);
  const [withAuth, setWithAuth] = useState(false);
  const baseUrl = new URL(connection.baseUrl, location.origin).href;
  const report = () => {
    const registries = secret.entries.map(({ host, username }) => ({ host, username }));
    if (unmasked) reportExport(connection, { name: secret.name, form: format, registries });
  };
  const file = exportSecret(format, { ...secret, baseUrl, withAuth, masked: !unmasked });

  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Tabs
        value={format}
        onChange={(_event, next: ExportFormat) => {
          setFormat(next);
          // Has to be requested again for each format.
          setUnmasked(false);
        }}
        aria-label={texts.heading}
      >
        {formats.map((value) => (
          <Tab
            key={value}
            value={value}
            label={texts.format(value)}
            id={`${id}-${value}`}
            aria-controls={`${id}-panel`}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${format}`}>
        {format === 'curl' ? (
          <Box sx={{ typography: 'body2', mb: 1 }}>{texts.curlNote(file.variables)}</Box>
        ) : (
          <Option
            label={texts.withCredentials}
            note={texts.withCredentialsNote}
            checked={unmasked}
            onChange={setUnmasked}
          />
        )}
        {format === 'docker-config' ? (
          <Box sx={{ typography: 'body2', mb: 1 }}>{texts.dockerConfigNote}</Box>
        ) : (
          <Option
            label={texts.withAuth}
            note={texts.withAuthNote}
            checked={withAuth}
            onChange={setWithAuth}
          />
        )}
        {file.invalidKubernetesName && (
          <Alert severity="warning" sx={{ mb: 1 }}>
            {texts.invalidKubernetesName}
          </Alert>
        )}
        <CodeBlock
          key={format}
          label={texts.format(format)}
          code={file.text}
          onCopied={report}
          actions={<DownloadButton label={texts.download} onSaved={report} {...file} />}
        />
      </Box>
    </Box>
  );
}

function Option(props: {
  label: string;
  note: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <FormControlLabel
      control={
        <Checkbox
          size="small"
          checked={props.checked}
          onChange={(event) => props.onChange(event.target.checked)}
        />
      }
      label={
        <Box sx={{ typography: 'body2' }}>
          {props.label}{' '}
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {props.note}
          </Box>
        </Box>
      }
      sx={{ display: 'flex' }}
    />
  );
}
