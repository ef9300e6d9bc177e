import { rolloutSearch } from '../domain/rollout/rollout-address.ts';
import type { KnownRegistry } from '../domain/registry/known-registry.ts';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Pencil, RotateCcwKey, Split } from 'lucide-react';
import { useState } from 'react';
import { useConnection, useMayWrite } from '../api/current-connection.tsx';
import { secretsQuery } from '../api/docker-registry-secrets.ts';
import {
  readAgain,
  useMemoryState,
  useRememberedSecrets,
} from '../api/browser-storage/remembered-secrets.ts';
import { useOffersChecks } from '../api/checks.ts';
import { CheckCredentials } from '../ui/check/check-credentials.tsx';
import type { CheckSubject } from '../ui/check/check-subject.ts';
import { ImageToCheck, useImageToCheck } from '../ui/check/image-to-check.tsx';
import { useCredentialCheck } from '../ui/check/use-credential-check.ts';
import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { LoadingState } from '../ui/feedback/loading-state.tsx';
import type { WriteSuccess } from '../ui/form/use-write.ts';
import { GuardedButton, GuardedLink } from '../ui/guard/guarded-button.tsx';
import { iconProps, smallIconProps } from '../ui/icon-props.ts';
import { lazyPart } from '../ui/feedback/lazy-part.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { DeletedObject } from '../ui/object/deleted-object.tsx';
import { ObjectHeader } from '../ui/object/object-header.tsx';
import { DeleteCard } from '../ui/object/delete-card.tsx';
import { Section } from '../ui/layout/section.tsx';
import { WithAside } from '../ui/layout/with-aside.tsx';
import { ListState } from '../ui/table/list-state.tsx';
import { formatNumber } from '../ui/texts/format.ts';
import { useTexts } from '../ui/texts/texts.ts';
import { BackToList } from './back-to-list.tsx';
import type { SecretDialog } from './list/open-dialog.ts';
import { runRegistryCheck } from './secret-form/credential-check.tsx';
import { ImageCheck } from './secret-form/aside/image-check.tsx';
import { ExpiryChip } from './secret-page/expiry-chip.tsx';
import { KnownRegistries } from './secret-page/known-registries.tsx';
import { SecretMenu } from './secret-page/secret-menu.tsx';
import { SecretFacts } from './secret-page/secret-facts.tsx';
import { UnreadMemory } from './secret-page/unread-memory.tsx';
import { SnippetPanel } from './snippet-panel.tsx';

const DeleteSecretDialog = lazyPart(() => import('./delete-secret-dialog.tsx'), 'DeleteSecretDialog');
const DetailsDialog = lazyPart(() => import('./secret-page/details-dialog.tsx'), 'DetailsDialog');
const ExpiryDialog = lazyPart(() => import('./secret-page/expiry-dialog.tsx'), 'ExpiryDialog');

export function SecretPage() {
  return (
    <ImageToCheck>
      <SecretView />
    </ImageToCheck>
  );
}

function SecretView() {
  const { name } = useParams({ from: '/$tenant/docker-registry-secrets/$name' });
  const texts = useTexts('secretPage');
  const { acts } = useTexts('secretActs');
  const formTexts = useTexts('secretForm');
  const connection = useConnection();
  const mayWrite = useMayWrite('dockerRegistrySecrets');
  const secrets = useQuery(secretsQuery(connection));
  const known = useRememberedSecrets(connection).get(name);
  const memory = useMemoryState(connection);
  const isReading = known === undefined && memory === 'reading';
  const isUnread = known === undefined && memory === 'failed';
  const [dialog, setDialog] = useState<SecretDialog>();
  const [deleted, setDeleted] = useState<WriteSuccess>();
  const registries = known?.registries ?? [];
  const check = useCredentialCheck({ kind: 'registry', run: runRegistryCheck });
  const offersChecks = useOffersChecks();
  const [image] = useImageToCheck();
  const params = { tenant: connection.id, name };
  const close = () => setDialog(undefined);

  if (deleted) {
    return <DeletedObject name={name} title={texts.deleted[deleted](name)} back={<BackToList />} />;
  }
  if (secrets.data && !secrets.data.some((secret) => secret.name === name)) {
    return (
      <EmptyState page heading={formTexts.missingTitle} action={<BackToList />}>
        {formTexts.missingText(name)}
      </EmptyState>
    );
  }
  return (
    <>
      <ObjectHeader
        name={name}
        unread={secrets.isLoadingError}
        lateFact
        fact={<ExpiryChip known={known} memory={memory} />}
        actions={
          <>
            <LinkButton
              to="/rollout"
              search={rolloutSearch({ secrets: [name] })}
              variant="outlined"
              startIcon={<Split {...iconProps} />}
            >
              {acts['roll-out']}
            </LinkButton>
            <GuardedLink
              allowed={mayWrite}
              to="/$tenant/docker-registry-secrets/$name/rotate"
              params={params}
              variant="contained"
              startIcon={<RotateCcwKey {...iconProps} />}
            >
              {texts.rotate}
            </GuardedLink>
            <SecretMenu name={name} openDialog={setDialog} />
          </>
        }
      />
      <ListState query={secrets} />
      {secrets.data && isReading && <LoadingState />}
      {secrets.data && !isReading && (
        <WithAside
          // The results of a check replace what is known without one.
          aside={
            check.isOpen || isUnread ? undefined : (
              <SecretFacts
                name={name}
                known={known}
                memory={memory}
                mayWrite={mayWrite}
                onChangeExpiry={() => setDialog('expiry')}
              />
            )
          }
        >
          <Section
            heading={texts.registries}
            fact={registries.length > 0 && formatNumber(registries.length)}
            action={
              <>
                {offersChecks && (
                  <CheckCredentials
                    check={check}
                    subjects={registries.length > 0 ? registries.map(toSubject) : [toSubject({ host: '' })]}
                    image={image}
                    size="small"
                    askTokens
                  />
                )}
                <GuardedButton
                  allowed={mayWrite}
                  size="small"
                  startIcon={<Pencil {...smallIconProps} />}
                  onClick={() => setDialog('details')}
                >
                  {known ? texts.changeDetails : texts.addDetails}
                </GuardedButton>
              </>
            }
          >
            {isUnread ? (
              <UnreadMemory onRetry={() => readAgain(connection)} />
            ) : registries.length === 0 ? (
              <Box sx={unknownStyle}>
                <strong>{texts.unknownTitle}</strong>
                <Box sx={{ color: 'text.secondary' }}>{texts.unknownText}</Box>
              </Box>
            ) : (
              <KnownRegistries registries={registries} />
            )}
          </Section>
          <SnippetPanel name={name} withLines />
          {registries.length > 0 && (
            <Box sx={{ '@media print': { display: 'none' } }}>
              <ImageCheck registries={registries} />
            </Box>
          )}
          <DeleteCard
            allowed={mayWrite}
            heading={texts.deleteTitle}
            onDelete={() => setDialog('delete')}
            label={acts.delete}
          >
            {texts.deleteText}
          </DeleteCard>
        </WithAside>
      )}
      {dialog === 'details' && <DetailsDialog name={name} onClose={close} />}
      {dialog === 'expiry' && <ExpiryDialog name={name} onClose={close} />}
      {dialog === 'delete' && <DeleteSecretDialog name={name} onDeleted={setDeleted} onClose={close} />}
    </>
  );
}

/** The panel asks for what is not known. */
function toSubject({ host, username = '' }: KnownRegistry): CheckSubject {
  return { address: host, username, password: '' };
}

const unknownStyle = {
  p: 2,
  border: '1px dashed',
  borderColor: 'rule.control',
  borderRadius: '8px',
} as const;
