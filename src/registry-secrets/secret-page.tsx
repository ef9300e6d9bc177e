import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useConnection } from '../api/current-connection.tsx';
import { secretsQuery } from '../api/docker-registry-secrets.ts';
import { useRememberedSecrets } from '../api/browser-storage/remembered-secrets.ts';
import { useOffersChecks } from '../api/checks.ts';
import { CheckCredentials } from '../ui/check/check-credentials.tsx';
import { ImageToCheck, useImageToCheck } from '../ui/check/image-to-check.tsx';
import { useCredentialCheck } from '../ui/check/use-credential-check.ts';
import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { Notice } from '../ui/feedback/notice.tsx';
import { StatusChip } from '../ui/feedback/status-chip.tsx';
import type { WriteSuccess } from '../ui/form/use-write.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Region } from '../ui/region.tsx';
import { ListState } from '../ui/table/list-state.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { CancelLink } from './cancel-link.tsx';
import { secretExpiry, type SecretExpiry } from './secret-expiry.ts';
import { runRegistryCheck } from './secret-form/credential-check.tsx';
import { ImageCheckOf } from './secret-form/image-check.tsx';
import { KnownRegistries } from './secret-page/known-registries.tsx';
import { SecretFacts } from './secret-page/secret-facts.tsx';
import { SnippetPanel } from './snippet-panel.tsx';

const DeleteSecretDialog = lazyPart(() => import('./delete-secret-dialog.tsx'), 'DeleteSecretDialog');
const DetailsDialog = lazyPart(() => import('./secret-page/details-dialog.tsx'), 'DetailsDialog');

/** A page for each secret; following a link from one to another begins anew. */
export function SecretPage() {
  const { name } = useParams({ from: '/$tenant/docker-registry-secrets/$name' });
  return (
    <ImageToCheck key={name}>
      <PageOf name={name} />
    </ImageToCheck>
  );
}

function PageOf({ name }: { name: string }) {
  const texts = useTexts('secretPage');
  const formTexts = useTexts('secretForm');
  const secretTexts = useTexts('secrets');
  const connection = useConnection();
  const secrets = useQuery(secretsQuery(connection));
  const known = useRememberedSecrets(connection).get(name);
  const [dialog, setDialog] = useState<'delete' | 'details'>();
  const [deleted, setDeleted] = useState<WriteSuccess>();
  const [now] = useState(() => new Date());
  const expiry = secretExpiry(known, now);
  const registries = known?.registries ?? [];
  const check = useCredentialCheck({ kind: 'registry', run: runRegistryCheck });
  const offersChecks = useOffersChecks();
  const [image] = useImageToCheck();
  const params = { tenant: connection.id, name };
  const close = () => setDialog(undefined);

  if (deleted) {
    return (
      <>
        <PageHeader heading={name} />
        <Notice title={secretTexts.deleted[deleted](name)} />
        <LinkButton to="/$tenant/docker-registry-secrets" params={params} variant="contained">
          {texts.backToList}
        </LinkButton>
      </>
    );
  }
  if (secrets.data && !secrets.data.some((secret) => secret.name === name)) {
    return (
      <EmptyState page heading={formTexts.missingTitle} action={<CancelLink />}>
        {formTexts.missingText(name)}
      </EmptyState>
    );
  }
  return (
    <>
      <PageHeader
        heading={name}
        fact={<StatusChip tone={expiryTones[expiry.kind]}>{secretTexts.expiry(expiry)}</StatusChip>}
        actions={
          <>
            {offersChecks && registries.length > 0 && (
              <CheckCredentials
                check={check}
                subjects={registries.map(({ host, username = '' }) => ({
                  address: host,
                  username,
                  password: '',
                }))}
                image={image}
                askTokens
              />
            )}
            <LinkButton
              to="/$tenant/docker-registry-secrets/$name/rotate"
              params={params}
              variant="contained"
            >
              {texts.rotate}
            </LinkButton>
          </>
        }
      />
      <ListState query={secrets} />
      {secrets.data && (
        <Box sx={check.isOpen ? undefined : columnsStyle}>
          <Box sx={{ display: 'grid', gap: 3, alignContent: 'start', minWidth: 0 }}>
            <Region heading={texts.registries}>
              {registries.length === 0 ? (
                <Box sx={{ mb: 1.5 }}>
                  <strong>{texts.unknownTitle}</strong>
                  <Box sx={{ color: 'text.secondary' }}>{texts.unknownText}</Box>
                </Box>
              ) : (
                <KnownRegistries registries={registries} />
              )}
              <Button size="small" variant="outlined" sx={{ mt: 1 }} onClick={() => setDialog('details')}>
                {known ? texts.changeDetails : texts.addDetails}
              </Button>
            </Region>
            <SnippetPanel name={name} listLabel={texts.copyLines} />
            {registries.length > 0 && <ImageCheckOf registries={registries} />}
            <Region heading={texts.deleteTitle}>
              <Box sx={deleteStyle}>
                <span>{texts.deleteText}</span>
                <Button color="error" variant="outlined" onClick={() => setDialog('delete')}>
                  {texts.delete}
                </Button>
              </Box>
            </Region>
          </Box>
          <SecretFacts known={known} expiry={expiry} />
        </Box>
      )}
      {dialog === 'details' && <DetailsDialog name={name} known={known} onClose={close} />}
      {dialog === 'delete' && <DeleteSecretDialog name={name} onDeleted={setDeleted} onClose={close} />}
    </>
  );
}

const expiryTones = {
  none: 'neutral',
  unknown: 'neutral',
  valid: 'neutral',
  soon: 'warning',
  expired: 'error',
} as const satisfies Record<SecretExpiry['kind'], string>;

const columnsStyle = {
  display: 'grid',
  gap: 3,
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1040px) minmax(240px, 1fr)' },
} as const;

const deleteStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: 1.5,
} as const;
