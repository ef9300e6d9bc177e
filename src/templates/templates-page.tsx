import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { Alert } from '../ui/feedback/alert.tsx';
import { useConnection } from '../api/current-connection.tsx';
import { secretsQuery } from '../api/docker-registry-secrets.ts';
import { useRememberedSecrets } from '../api/browser-storage/remembered-secrets.ts';
import { checkSecretName } from '../domain/pull-secret/secret-name.ts';
import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { UnsavedChangesGuard } from '../ui/form/unsaved-changes-guard.tsx';
import { LoadingState } from '../ui/feedback/loading-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SapDocsLink } from '../ui/docs/sap-docs-link.tsx';
import { Region } from '../ui/region.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import type { KnownRegistry } from '../domain/registry/known-registry.ts';
import { ImageList } from './image-list.tsx';
import { ResultPanel } from './result-panel.tsx';
import { SecretChoice } from './secret-choice.tsx';
import { StarterPanel } from './starter-panel.tsx';
import type { TemplateFieldHandle } from './editor/template-field.tsx';
import { TemplateInput, type TemplateSource } from './editor/template-input.tsx';
import { typedHosts, UnknownSecrets } from './unknown-secrets.tsx';
import { useTemplateAnalysis } from './analysis/use-template-analysis.ts';

const nothing: TemplateSource = { text: '', fileName: undefined };

export function TemplatesPage() {
  const texts = useTexts('templates');
  const connection = useConnection();
  const remembered = useRememberedSecrets(connection);
  const secrets = useQuery(secretsQuery(connection));
  const field = useRef<TemplateFieldHandle>(null);
  const [source, setSource] = useState(nothing);
  const [putAside, setPutAside] = useState<TemplateSource>();
  const [typing, setTyping] = useState(false);
  const [taken, setTaken] = useState('');
  const { secret } = useSearch({ from: '/$tenant/templates' });
  const [chosen, setChosen] = useState<readonly string[]>(
    secret === undefined || checkSecretName(secret) ? [] : [secret],
  );
  const [replacedNames, setReplacedNames] = useState<readonly string[]>([]);
  const [hosts, setHosts] = useState<ReadonlyMap<string, string>>(new Map());

  const typedNow = useDeferredValue(hosts);
  const request = useMemo(() => {
    const known = new Map<string, readonly KnownRegistry[]>(
      [...remembered].map(([name, { registries }]) => [name, registries]),
    );
    for (const [name, text] of typedNow) {
      const typed = typedHosts(text);
      if (typed) known.set(name, typed);
    }
    const ofTenant = secrets.data?.map(({ name }) => name);
    return { text: source.text, secretNames: chosen, replace: replacedNames, ofTenant, known };
  }, [source.text, chosen, replacedNames, secrets.data, remembered, typedNow]);
  const { analysis, request: answered, failure } = useTemplateAnalysis(request);
  const stale = typing || answered !== request;
  const unknown = (analysis?.pullSecrets ?? []).filter((name) => !remembered.has(name));

  const replace = (next: TemplateSource) => {
    const before = field.current?.replace(next.text) ?? '';
    setPutAside(before === '' || before === next.text ? undefined : { ...source, text: before });
    setSource(next);
  };
  const goTo = (line: number, column: number) => field.current?.goTo(line, column);

  return (
    <>
      <PageHeader
        heading={texts.heading}
        note={
          <>
            {texts.note} <SapDocsLink about="template" />
          </>
        }
      />
      <Box sx={columnsStyle}>
        <TemplateInput
          ref={field}
          problem={analysis?.problem}
          putAside={putAside}
          fileName={source.fileName}
          onTyping={() => setTyping(true)}
          onText={(text) => {
            setTyping(false);
            setSource((last) => ({ ...last, text }));
          }}
          onReplace={replace}
          onGoTo={goTo}
        />
        <Box sx={{ display: 'grid', gap: 3, alignContent: 'start', minWidth: 0 }}>
          <Region heading={texts.secrets}>
            <SecretChoice chosen={chosen} onChange={setChosen} />
          </Region>
          <StarterPanel secretName={chosen[0]} onStart={(text) => replace({ text, fileName: undefined })} />
        </Box>
      </Box>
      <Box sx={{ display: 'grid', gap: 3, mt: 3 }}>
        {failure && <Alert severity="error">{failure === 'crashed' ? texts.crashed : texts.tooSlow}</Alert>}
        {source.text === '' && <EmptyState heading={texts.emptyTitle}>{texts.emptyText}</EmptyState>}
        {source.text !== '' && !analysis && !failure && <LoadingState lines={3} />}
        {analysis && !analysis.problem && (
          <>
            <ResultPanel
              analysis={analysis}
              stale={stale}
              hasSecrets={(answered?.secretNames.length ?? 0) > 0}
              replaced={replacedNames}
              onReplaceName={(name) => setReplacedNames([...replacedNames, name])}
              onKeepName={(name) => setReplacedNames(replacedNames.filter((one) => one !== name))}
              fileName={source.fileName}
              onTaken={() => setTaken(source.text)}
              onGoTo={goTo}
            />
            <Region heading={texts.images}>
              <Box sx={{ typography: 'body2', color: 'text.secondary', mb: 2, maxWidth: 760 }}>
                {texts.imagesNote}
              </Box>
              <UnknownSecrets
                names={unknown}
                typed={hosts}
                onType={(name, text) => setHosts(new Map(hosts).set(name, text))}
              />
              {analysis.images.length === 0 ? (
                texts.noImages
              ) : (
                <ImageList images={analysis.images} documents={analysis.documents} onGoTo={goTo} />
              )}
            </Region>
          </>
        )}
      </Box>
      <UnsavedChangesGuard dirty={typing || (source.text !== '' && source.text !== taken)} />
    </>
  );
}

const columnsStyle = {
  display: 'grid',
  gap: 3,
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 7fr) minmax(0, 4fr)' },
} as const;
