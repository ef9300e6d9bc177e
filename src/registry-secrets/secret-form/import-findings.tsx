import Box from '@mui/material/Box';
import { Alert } from '../../ui/feedback/alert.tsx';
import type {
  ImportedEntry,
  ImportSuccess,
  LeftOutEntry,
} from '../../domain/pull-secret/import/import-result.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import { useTexts } from '../../ui/texts/texts.ts';

export type FoundRegistry = ImportedEntry | LeftOutEntry;

interface ImportFindingsProps {
  readonly found: ImportSuccess;
  readonly taken: ReadonlySet<FoundRegistry>;
  readonly onToggle: (registry: FoundRegistry) => void;
  readonly keepExtra: boolean;
  readonly onKeepExtra: (keep: boolean) => void;
}

/** What an import found, entry by entry: what is complete, what misses something and why, what to know. */
export function ImportFindings({ found, taken, onToggle, keepExtra, onKeepExtra }: ImportFindingsProps) {
  const texts = useTexts('importTexts');
  const { entries, leftOut, notices, format } = found;
  const withExtra = entries.filter(({ extra }) => extra !== undefined);
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Alert severity={entries.length > 0 ? 'success' : 'warning'}>
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
                        checked={taken.has(entry)}
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
        <Alert severity="warning">
          <strong>{texts.leftOut}</strong>
          <div>{texts.leftOutNote}</div>
          <Box component="ul" sx={{ m: 0, pl: 0, listStyle: 'none' }}>
            {leftOut.map((entry) => (
              <li key={`${entry.secretName ?? ''} ${entry.host} ${entry.reason.code}`}>
                <label>
                  <input type="checkbox" checked={taken.has(entry)} onChange={() => onToggle(entry)} />{' '}
                  {entry.host || texts.unnamed}: {texts.reason(entry.reason)}
                </label>
              </li>
            ))}
          </Box>
        </Alert>
      )}
      {withExtra.length > 0 && (
        <Alert severity="info">
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
        <Alert severity="info">
          {notices.map((notice) => (
            <div key={texts.notice(notice)}>{texts.notice(notice)}</div>
          ))}
        </Alert>
      )}
    </Box>
  );
}
