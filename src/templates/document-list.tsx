import Box from '@mui/material/Box';
import { useSyncedTemplates } from '../api/applications.ts';
import { useConnection } from '../api/current-connection.tsx';
import { findSyncing } from '../domain/application/synced-templates.ts';
import { Button } from '../ui/buttons/button.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { useBatches } from '../ui/use-batches.tsx';
import type { AnalysedDocument } from './analysis/analyse-template.ts';
import { KeptInSync } from './kept-in-sync.tsx';

interface DocumentListProps {
  readonly documents: readonly AnalysedDocument[];
  /** No secret is chosen, so only the documents' kinds can be shown. */
  readonly unpatched: boolean;
  /** Lets a chosen secret replace a name in the template. */
  readonly onReplaceName: (name: string) => void;
  readonly onGoTo: (line: number, column: number) => void;
}

const maxWarnings = 20;

/** Each document of the file: its kind, what was changed, and what to look at. */
export function DocumentList({ documents, unpatched, onReplaceName, onGoTo }: DocumentListProps) {
  const texts = useTexts('templates');
  const { syncedSecretsNote } = useTexts('applications');
  const synced = useSyncedTemplates(useConnection());
  const { shown, more } = useBatches(documents);
  return (
    <>
      <Box component="ul" aria-label={texts.documents} sx={listStyle}>
        {shown.map(({ done: document, warnings }) => {
          const problem = document.action === 'failed' ? document.problem : undefined;
          // Another API group may have a kind of the same name.
          const syncing = document.action === 'left-alone' ? [] : findSyncing(document, synced);
          return (
            <li key={document.index} data-action={document.action}>
              <strong>{texts.document(document.kind, document.name, document.index + 1)}</strong>{' '}
              {(!unpatched || problem || document.action === 'left-alone') && texts.action(document)}
              {problem && (
                <Button size="small" onClick={() => onGoTo(problem.line, problem.column)}>
                  {texts.goToLine(problem.line)}
                </Button>
              )}
              {syncing.map((application) => (
                <KeptInSync key={application.name} application={application} />
              ))}
              {warnings.slice(0, maxWarnings).map((warning) => (
                <Box
                  key={`${warning.code} ${warning.line} ${'name' in warning ? warning.name : ''}`}
                  sx={warningStyle}
                >
                  {texts.warning(warning)}
                  <Button size="small" onClick={() => onGoTo(warning.line, 1)}>
                    {texts.goToLine(warning.line)}
                  </Button>
                  {'name' in warning && !unpatched && (
                    <Button size="small" onClick={() => onReplaceName(warning.name)}>
                      {texts.replaceName(warning.name)}
                    </Button>
                  )}
                </Box>
              ))}
              {warnings.length > maxWarnings && (
                <Box sx={warningStyle}>{texts.moreWarnings(warnings.length - maxWarnings)}</Box>
              )}
            </li>
          );
        })}
      </Box>
      {more}
      {synced.length > 0 && <Box sx={noteStyle}>{syncedSecretsNote}</Box>}
    </>
  );
}

const listStyle = {
  m: 0,
  p: 0,
  listStyle: 'none',
  typography: 'body2',
  overflowWrap: 'anywhere',
  '& > li': { py: 0.75, pl: 1.5, borderLeft: 3, borderColor: 'success.main' },
  '& > li + li': { mt: 0.75 },
  '& > li[data-action=left-alone], & > li[data-action=already-there]': { borderColor: 'divider' },
  '& > li[data-action=failed]': { borderColor: 'error.main' },
} as const;

const noteStyle = { mt: 1, typography: 'body2', color: 'text.secondary', maxWidth: 760 } as const;

const warningStyle = { mt: 0.5, color: 'warning.main' } as const;
