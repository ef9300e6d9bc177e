import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useConnectionIfAny } from '../../api/current-connection.tsx';
import { secretsQuery } from '../../api/docker-registry-secrets.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import { SecretLink } from '../../ui/secret-link.tsx';
import { Alert } from '../../ui/feedback/alert.tsx';
import type {
  ImportedEntry,
  ImportSuccess,
  LeftOutEntry,
} from '../../domain/pull-secret/import/import-result.ts';
import { numbered } from '../../domain/text/numbered.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import { useBatches } from '../../ui/use-batches.tsx';

export type FoundRegistry = ImportedEntry | LeftOutEntry;

interface ImportFindingsProps {
  readonly found: ImportSuccess;
  readonly taken: ReadonlySet<FoundRegistry>;
  readonly onToggle: (registry: FoundRegistry) => void;
  readonly keepExtra: boolean;
  readonly onKeepExtra: (keep: boolean) => void;
}

/** The result of an import, entry by entry: complete ones, incomplete ones and why, and remarks. */
export function ImportFindings({ found, taken, onToggle, keepExtra, onKeepExtra }: ImportFindingsProps) {
  const texts = useTexts('importTexts');
  const { entries, leftOut, notices, format } = found;
  const complete = useBatches(entries);
  const incomplete = useBatches(leftOut);
  const withExtra = useBatches(entries.filter(({ extra }) => extra !== undefined));
  const told = useBatches(notices);
  // Two secrets in one text may have the same name and content.
  const entryKeys = numbered(complete.shown.map(({ secretName = '', host }) => `${secretName} ${host}`));
  const leftOutKeys = numbered(
    incomplete.shown.map(({ secretName = '', host, reason }) => `${secretName} ${host} ${reason.code}`),
  );
  const extraOf = ({ host, extra = {} }: ImportedEntry) =>
    texts.extraFields(host, Object.keys(extra).join(', '));
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Alert severity={entries.length > 0 ? 'success' : 'warning'} role="note">
        {texts.found(texts.format(format), entries.length)}
      </Alert>
      {entries.length > 0 && (
        <Box sx={foundStyle} tabIndex={0} role="group" aria-label={texts.entries}>
          <DataTable label={texts.entries} columns={[texts.registry, texts.username]}>
            {complete.shown.map((entry, index) => (
              <tr key={entryKeys[index]}>
                <th scope="row">
                  <label>
                    <input
                      type="checkbox"
                      checked={taken.has(entry)}
                      onChange={() => onToggle(entry)}
                      aria-label={texts.take(entry.host)}
                    />
                    <code>{entry.host}</code>
                  </label>
                  {entry.secretName !== undefined && <SecretOfEntry name={entry.secretName} />}
                </th>
                <td>
                  <code>{entry.username}</code>
                </td>
              </tr>
            ))}
          </DataTable>
          {complete.more}
        </Box>
      )}
      {leftOut.length > 0 && (
        <Alert severity="warning" role="note">
          <strong>{texts.leftOut}</strong>
          <div>{texts.leftOutNote}</div>
          <Box component="ul" sx={{ m: 0, pl: 0, listStyle: 'none' }}>
            {incomplete.shown.map((entry, index) => (
              <li key={leftOutKeys[index]}>
                <label>
                  <input type="checkbox" checked={taken.has(entry)} onChange={() => onToggle(entry)} />{' '}
                  {entry.host || texts.unnamed}: {texts.reason(entry.reason)}
                </label>
              </li>
            ))}
          </Box>
          {incomplete.more}
        </Alert>
      )}
      {withExtra.shown.length > 0 && (
        <Alert severity="info" role="note">
          {[...new Set(withExtra.shown.map(extraOf))].map((text) => (
            <div key={text}>{text}</div>
          ))}
          {withExtra.more}
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
        <Alert severity="info" role="note">
          {[...new Set(told.shown.map(texts.notice))].map((text) => (
            <div key={text}>{text}</div>
          ))}
          {told.more}
        </Alert>
      )}
    </Box>
  );
}

/** Scrolls on its own, with a sticky head. */
const foundStyle = {
  maxHeight: 280,
  overflow: 'auto',
  '&& thead th': { top: 0 },
  '& label': { display: 'inline-flex', alignItems: 'center', gap: 1 },
} as const;

/** The secret that an entry belongs to. */
function SecretOfEntry({ name }: { name: string }) {
  const connection = useConnectionIfAny();
  return (
    <>
      {' ('}
      {connection ? <NameInTenant connection={connection} name={name} /> : <code>{name}</code>})
    </>
  );
}

/** A link if the tenant has a secret of that name; it opens a new tab, because a form is being filled in here. */
function NameInTenant({ connection, name }: { connection: Connection; name: string }) {
  const { data } = useQuery(secretsQuery(connection));
  if (!data?.some((secret) => secret.name === name)) return <code>{name}</code>;
  return <SecretLink tenant={connection.id} name={name} inNewTab />;
}
