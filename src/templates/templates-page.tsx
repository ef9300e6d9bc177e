import Box from '@mui/material/Box';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useSearch } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '../ui/buttons/button.tsx';
import { useRememberedSecrets } from '../api/browser-storage/remembered-secrets.ts';
import { useConnection } from '../api/current-connection.tsx';
import { checkSecretName } from '../domain/pull-secret/secret-name.ts';
import type { TemplateHint } from '../domain/template/rules/check-rules.ts';
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
import {
  changeChoice,
  changeText,
  chooseSecrets,
  replaceText,
  takeText,
  useDraft,
  type TemplateSource,
} from './draft.ts';
import type { CodeEditorHandle } from './editor/code-editor.tsx';
import { EditorPane } from './editor/editor-pane.tsx';
import { readTemplateFile } from './editor/read-template-file.ts';
import { Findings } from './findings.tsx';
import { ResultPane } from './result-pane.tsx';
import { SecretChoice } from './secret-choice.tsx';
import { StarterPanel } from './starter-panel.tsx';
import { TakeBar } from './take-bar.tsx';
import { useRequest } from './use-request.ts';

const resultViews = ['changes', 'result'] as const;
const allViews = ['template', ...resultViews] as const;

export function TemplatesPage() {
  const texts = useTexts('templates');
  const hintTexts = useTexts('templateHints');
  const connection = useConnection();
  const { id: tenant } = connection;
  const remembered = useRememberedSecrets(connection);
  const editor = useRef<CodeEditorHandle>(null);
  const draft = useDraft(tenant);
  const { choice, text, fileName } = draft;
  const [typing, setTyping] = useState(false);
  const [fixed, setFixed] = useState<{ text: string | undefined; line: number }>();
  const [refused, setRefused] = useState<string>();
  const [view, setView] = useState<(typeof allViews)[number]>('template');
  const sideBySide = useMediaQuery('(min-width: 1200px)', { noSsr: true });
  const resultView = view === 'template' ? 'changes' : view;

  const { secret = '' } = useSearch({ from: '/$tenant/templates' });
  useEffect(() => {
    chooseSecrets(
      tenant,
      secret.split(',').filter((name) => checkSecretName(name) === undefined),
    );
  }, [tenant, secret]);

  const request = useRequest(draft);
  const { analysis, request: answered, failure, readable } = useTemplateAnalysis(request);
  const stale = typing || answered !== request;
  const old = failure !== undefined || analysis?.problem !== undefined;
  const marks = useMemo(
    () => (analysis ? marksOf(analysis, texts, hintTexts) : []),
    [analysis, texts, hintTexts],
  );
  const hasResult = readable !== undefined && readable.request.secretNames.length > 0;

  const replace = (next: TemplateSource) => {
    setTyping(false);
    setRefused(undefined);
    replaceText(next, editor.current?.replace(next.text) ?? text);
  };
  const goTo = (line: number, column: number) => {
    // What is hidden takes no focus.
    flushSync(() => setView('template'));
    editor.current?.goTo(line, column);
  };
  const start = (next: string) => {
    replace({ text: next, fileName: undefined });
    goTo(1, 1);
  };
  const applyFix = ({ line, fix = [] }: TemplateHint) => {
    setFixed({ text: editor.current?.change(text, fix), line });
  };
  const openFile = async (file: File) => {
    const read = await readTemplateFile(file);
    if ('text' in read) replace({ text: read.text, fileName: file.name });
    else {
      setRefused(
        read.problem === 'not-text' ? texts.notText(file.name) : texts.tooLarge(file.name, read.maxBytes),
      );
    }
  };

  return (
    <>
      <PageHeader
        heading={texts.heading}
        fact={<SapDocsLink about="template" />}
        actions={
          <>
            <Button variant="outlined" startIcon={<Plus {...smallIconProps} />} onClick={() => start('')}>
              {texts.newTemplate}
            </Button>
            <FileButton
              outlined
              label={texts.openFile}
              accept=".yaml,.yml,.json,.txt,text/*"
              onFile={(file) => void openFile(file)}
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
            ref={editor}
            hidden={!sideBySide && view !== 'template'}
            text={text}
            fileName={fileName}
            facts={readable && !old ? texts.facts(readable.analysis) : undefined}
            problem={analysis?.problem}
            marks={marks}
            refused={refused}
            onDismiss={() => setRefused(undefined)}
            hasPutAside={draft.putAside !== undefined}
            onBringBack={() => draft.putAside && replace(draft.putAside)}
            onTyping={() => setTyping(true)}
            onText={(next) => {
              setTyping(false);
              changeText(next);
            }}
            onFile={(file) => void openFile(file)}
            onGoTo={goTo}
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
                <StarterPanel secretName={choice.secrets[0]} onStart={start} />
              </>
            ) : analysis?.problem ? (
              texts.unreadable
            ) : (
              !failure && <LoadingState lines={3} />
            )}
          </ResultPane>
        </Box>
        <TakeBar
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
            fixedLine={fixed?.text === text ? fixed.line : undefined}
            onFix={applyFix}
            onUndo={() => editor.current?.undo()}
            onGoTo={goTo}
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
