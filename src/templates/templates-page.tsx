import Box from '@mui/material/Box';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useSearch } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { Button } from '../ui/buttons/button.tsx';
import { useRememberedSecrets } from '../api/browser-storage/remembered-secrets.ts';
import { useConnection } from '../api/current-connection.tsx';
import { checkSecretName } from '../domain/pull-secret/secret-name.ts';
import { Alert } from '../ui/feedback/alert.tsx';
import { LoadingState } from '../ui/feedback/loading-state.tsx';
import { FileButton } from '../ui/file-button.tsx';
import { smallIconProps } from '../ui/icon-props.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { SapDocsLink } from '../ui/docs/sap-docs-link.tsx';
import { Segments } from './segments.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { marksOf } from './analysis/marks-of.ts';
import { useTemplateAnalysis } from './analysis/use-template-analysis.ts';
import { changeChoice, chooseSecrets, takeText, useDraft } from './draft.ts';
import { EditorPane } from './editor/editor-pane.tsx';
import { Findings } from './findings.tsx';
import { ResultPane } from './result-pane.tsx';
import { SecretChoice } from './secret-choice.tsx';
import { StarterPanel } from './starter-panel.tsx';
import { ResultBar } from './result-bar.tsx';
import { useRequest } from './use-request.ts';
import { useTemplateEditor } from './use-template-editor.ts';

const resultViews = ['changes', 'result'] as const;
const allViews = ['template', ...resultViews] as const;

export function TemplatesPage() {
  const texts = useTexts('templates');
  const hintTexts = useTexts('templateHints');
  const connection = useConnection();
  const { id: tenant } = connection;
  const remembered = useRememberedSecrets(connection);
  const draft = useDraft(tenant);
  const { choice, text, fileName } = draft;
  const [view, setView] = useState<(typeof allViews)[number]>('template');
  const sideBySide = useMediaQuery('(min-width: 1200px)', { noSsr: true });
  const resultView = view === 'template' ? 'changes' : view;
  const { ref, ...editor } = useTemplateEditor(text, () => setView('template'));

  const { secret = '' } = useSearch({ from: '/$tenant/templates' });
  useEffect(() => {
    chooseSecrets(
      tenant,
      secret.split(',').filter((name) => checkSecretName(name) === undefined),
    );
  }, [tenant, secret]);

  const request = useRequest(draft);
  const { analysis, request: answered, failure, readable } = useTemplateAnalysis(request);
  const stale = editor.isTyping || answered !== request;
  const old = failure !== undefined || analysis?.problem !== undefined;
  const marks = useMemo(
    () => (analysis ? marksOf(analysis, texts, hintTexts) : []),
    [analysis, texts, hintTexts],
  );
  const hasResult = readable !== undefined && readable.request.secretNames.length > 0;

  return (
    <>
      <PageHeader
        heading={texts.heading}
        fact={<SapDocsLink about="template" />}
        actions={
          <>
            <Button
              variant="outlined"
              startIcon={<Plus {...smallIconProps} />}
              onClick={() => editor.start('')}
            >
              {texts.newTemplate}
            </Button>
            <FileButton
              outlined
              label={texts.openFile}
              accept=".yaml,.yml,.json,.txt,text/*"
              onFile={editor.openFile}
            />
          </>
        }
      />
      <SecretChoice
        chosen={choice.secrets}
        known={remembered}
        onChange={(names) => changeChoice(tenant, { secrets: names })}
      />
      <Box sx={{ mt: 2 }}>
        {!sideBySide && (
          <Box sx={{ mb: 1 }}>
            <Segments
              stretched
              label={texts.shown}
              options={allViews}
              labels={texts.views}
              value={view}
              onChange={setView}
            />
          </Box>
        )}
        <Box sx={[panesStyle, sideBySide && { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' }]}>
          <EditorPane
            ref={ref}
            hidden={!sideBySide && view !== 'template'}
            text={text}
            fileName={fileName}
            facts={readable && !old ? texts.facts(readable.analysis) : undefined}
            problem={analysis?.problem}
            marks={marks}
            refused={editor.fileProblem}
            onDismiss={editor.dismissFileProblem}
            hasPutAside={draft.putAside !== undefined}
            onBringBack={() => draft.putAside && editor.replace(draft.putAside)}
            onTyping={editor.onTyping}
            onText={editor.onText}
            onFile={editor.openFile}
            onGoTo={editor.goTo}
          />
          <ResultPane
            hidden={!sideBySide && view === 'template'}
            view={resultView}
            tabs={
              sideBySide ? (
                <Segments
                  label={texts.shown}
                  options={resultViews}
                  labels={texts.views}
                  value={resultView}
                  onChange={setView}
                />
              ) : undefined
            }
            readable={readable}
            old={old}
            stale={stale}
          >
            {text === '' ? (
              <>
                <Box component="p" sx={{ m: 0, mb: 3, color: 'text.secondary' }}>
                  {texts.emptyText}
                </Box>
                <StarterPanel secretName={choice.secrets[0]} onStart={editor.start} />
              </>
            ) : analysis?.problem ? (
              texts.unreadable
            ) : (
              !failure && <LoadingState lines={3} />
            )}
          </ResultPane>
        </Box>
        <ResultBar
          text={readable?.analysis.text ?? ''}
          diff={hasResult && !old ? readable.analysis.diff : undefined}
          fileName={fileName}
          disabled={!hasResult || old || stale}
          onTaken={takeText}
        />
        {failure && (
          <Alert severity="error" sx={{ mt: 2 }}>
            {failure === 'crashed' ? texts.crashed : texts.tooSlow}
          </Alert>
        )}
        {readable && (
          <Findings
            readable={readable}
            old={old}
            stale={stale}
            remembered={remembered}
            choice={choice}
            onChoice={(changes) => changeChoice(tenant, changes)}
            fixedLine={editor.fixedLine}
            onFix={editor.applyFix}
            onUndo={editor.undo}
            onGoTo={editor.goTo}
          />
        )}
      </Box>
    </>
  );
}

const panesStyle = {
  display: 'grid',
  gap: 2,
  height: { xs: 'max(320px, calc(100dvh - 280px))', sm: 'clamp(400px, calc(100dvh - 388px), 800px)' },
  gridTemplateColumns: 'minmax(0, 1fr)',
  gridTemplateRows: 'minmax(0, 1fr)',
  mb: 2,
} as const;
