import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import type { ImportedEntry, ImportResult } from '../../domain/pull-secret/import/import-result.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import { useTexts } from '../../ui/texts/texts.ts';

interface ImportFindingsProps {
  readonly found: ImportResult & { ok: true };
  readonly refused: ReadonlySet<ImportedEntry>;
  readonly onToggle: (entry: ImportedEntry) => void;
  readonly keepExtra: boolean;
  readonly onKeepExtra: (keep: boolean) => void;
}

/** What an import found, entry by entry: what can be taken, what was left out and why, what to know. */
export function ImportFindings({ found, refused, onToggle, keepExtra, onKeepExtra }: ImportFindingsProps) {
  const texts = useTexts('importTexts');
  const { entries, leftOut, notices, format } = found;
  const withExtra = entries.filter(({ extra }) => extra !== undefined);
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Alert severity={entries.length > 0 ? 'success' : 'warning'} variant="outlined">
        {texts.found(texts.format(format), entries.length)}
      </Alert>
      {entries.length > 0 && (
        <Box sx={{ maxHeight: 280, overflow: 'auto' }} tabIndex={0} role="group" aria-label={texts.entries}>
          <DataTable label={texts.entries}>
            <thead>
              <tr>
                <th scope="col">{texts.registry}</th>
                <th scope="col">{texts.username}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <tr key={`${entry.secretName ?? ''} ${entry.host}`}>
                  <th scope="row">
                    <label>
                      <input
                        type="checkbox"
                        checked={!refused.has(entry)}
                        onChange={() => onToggle(entry)}
                        aria-label={texts.take(entry.host)}
                      />{' '}
                      {entry.host}
                      {entry.secretName !== undefined && ` (${entry.secretName})`}
                    </label>
                  </th>
                  <td>{entry.username}</td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        </Box>
      )}
      {leftOut.length > 0 && (
        <Alert severity="warning" variant="outlined">
          <strong>{texts.leftOut}</strong>
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {leftOut.map(({ host, reason }) => (
              <li key={`${host} ${reason.code}`}>
                {host}: {texts.reason(reason)}
              </li>
            ))}
          </Box>
        </Alert>
      )}
      {withExtra.length > 0 && (
        <Alert severity="info" variant="outlined">
          {withExtra.map(({ host, extra = {} }) => (
            <div key={host}>{texts.extraFields(host, Object.keys(extra).join(', '))}</div>
          ))}
          <label>
            <input
              type="checkbox"
              checked={keepExtra}
              onChange={(event) => onKeepExtra(event.target.checked)}
            />{' '}
            {texts.keepExtra}
          </label>
          {!keepExtra && <div>{texts.extraDropped}</div>}
        </Alert>
      )}
      {notices.length > 0 && (
        <Alert severity="info" variant="outlined">
          {notices.map((notice) => (
            <div key={texts.notice(notice)}>{texts.notice(notice)}</div>
          ))}
        </Alert>
      )}
    </Box>
  );
}
