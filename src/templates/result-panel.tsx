import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { CopyButton } from '../ui/copy-button.tsx';
import { DownloadButton } from '../ui/download-button.tsx';
import { Region } from '../ui/region.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import type { TemplateAnalysis } from './analysis/analyse-template.ts';
import { DiffView } from './diff/diff-view.tsx';
import { DocumentList } from './document-list.tsx';

interface ResultPanelProps {
  readonly analysis: TemplateAnalysis;
  /** Another text or another choice is being read: what stands here is not of it. */
  readonly stale: boolean;
  readonly hasSecrets: boolean;
  /** Names in the template that give way to the chosen secrets. */
  readonly replaced: readonly string[];
  readonly onReplaceName: (name: string) => void;
  readonly onKeepName: (name: string) => void;
  readonly fileName: string | undefined;
  readonly onTaken: () => void;
  readonly onGoTo: (line: number, column: number) => void;
}

/** The template with the secrets in it: what was done, what changes, and the text to take away. */
export function ResultPanel(props: ResultPanelProps) {
  const { analysis, stale, hasSecrets, replaced, fileName, onTaken } = props;
  const texts = useTexts('templates');
  const added = analysis.diff.filter(({ kind }) => kind === 'added').length;
  const removed = analysis.diff.filter(({ kind }) => kind === 'removed').length;

  return (
    <Region heading={texts.result}>
      <Box aria-busy={stale} sx={{ display: 'grid', gap: 2 }}>
        {!hasSecrets && <Box sx={{ typography: 'body2' }}>{texts.chooseSecret}</Box>}
        <div>
          <DocumentList
            documents={analysis.documents}
            unpatched={!hasSecrets}
            onReplaceName={props.onReplaceName}
            onGoTo={props.onGoTo}
          />
          {hasSecrets &&
            replaced.map((name) => (
              <Box key={name} sx={{ mt: 0.75, typography: 'body2', overflowWrap: 'anywhere' }}>
                {texts.replacedName(name)}{' '}
                <Button size="small" onClick={() => props.onKeepName(name)}>
                  {texts.keepName(name)}
                </Button>
              </Box>
            ))}
        </div>
        {hasSecrets && (
          <>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
              <Box role="status" sx={{ mr: 'auto', typography: 'body2' }}>
                {analysis.diff.length === 0 ? texts.unchanged : texts.changes(added, removed)}
              </Box>
              <CopyButton text={analysis.text} label={texts.copy} disabled={stale} onCopied={onTaken} />
              <DownloadButton
                label={texts.download}
                text={analysis.text}
                filename={fileName ?? texts.defaultFileName}
                mediaType="application/yaml"
                disabled={stale}
                onSaved={onTaken}
              />
            </Box>
            {analysis.diff.length > 0 && <DiffView rows={analysis.diff} after={analysis.text} />}
          </>
        )}
      </Box>
    </Region>
  );
}
