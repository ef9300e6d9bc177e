import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { forgetBearerToken, resumeTokenNeed, useBearerToken } from '../api/bearer-tokens.ts';
import { readBearerToken } from '../domain/token/bearer-token.ts';
import type { Connection } from '../domain/connection/connection.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { useTexts, type Catalogue } from '../ui/texts/texts.ts';
import { fullAddress } from './full-address.ts';
import { useConnectionTest } from './use-connection-test.ts';
import { useNow } from '../ui/media/use-now.ts';
import { DiagnosisAlert } from './diagnosis-alert.tsx';

interface ConnectionRowProps {
  readonly connection: Connection;
  readonly onRemove: ((connection: Connection) => void) | undefined;
}

export function ConnectionRow({ connection, onRemove }: ConnectionRowProps) {
  const texts = useTexts('connections');
  const token = useBearerToken(connection);
  const now = useNow();
  const { pending, tested, test } = useConnectionTest();
  const { id, label, auth } = connection;
  const credentials = auth === 'proxy' ? '' : `, ${describeToken(texts, token, now)}`;

  return (
    <Box component="li" aria-label={label} sx={rowStyle}>
      <Box sx={{ flex: '1 1 340px', minWidth: 0 }}>
        <TextLink
          to="/$tenant/docker-registry-secrets"
          params={{ tenant: id }}
          aria-label={texts.open(label)}
          sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}
        >
          {label}
        </TextLink>
        <Box component="dl" sx={factsStyle}>
          <dt>{texts.address}</dt>
          <dd>
            <code>{fullAddress(connection, location.origin)}</code>
          </dd>
          <dt>{texts.credentials}</dt>
          <dd>
            {texts.auth[auth]}
            {credentials}
          </dd>
        </Box>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, alignItems: 'flex-start' }}>
        <Button
          size="small"
          variant="outlined"
          aria-label={texts.testOf(label)}
          disabled={pending}
          onClick={() => void test(connection)}
        >
          {pending ? texts.testing : texts.test}
        </Button>
        {auth === 'bearer' && (
          <Button
            size="small"
            aria-label={texts.enterTokenOf(label)}
            onClick={() => resumeTokenNeed(connection)}
          >
            {texts.enterToken}
          </Button>
        )}
        {token !== undefined && (
          <Button
            size="small"
            aria-label={texts.forgetTokenOf(label)}
            onClick={() => forgetBearerToken(connection)}
          >
            {texts.forgetToken}
          </Button>
        )}
        {onRemove && (
          <>
            <LinkButton
              size="small"
              to="/connections/$id/edit"
              params={{ id }}
              aria-label={texts.editOf(label)}
            >
              {texts.edit}
            </LinkButton>
            <Button
              size="small"
              color="error"
              aria-label={texts.removeOf(label)}
              onClick={() => onRemove(connection)}
            >
              {texts.removeButton}
            </Button>
          </>
        )}
      </Box>
      <Box role="status" sx={{ flex: '1 0 100%', minWidth: 0 }}>
        {tested && <DiagnosisAlert {...tested} />}
      </Box>
    </Box>
  );
}

function describeToken(texts: Catalogue['connections'], token: string | undefined, now: Date): string {
  if (token === undefined) return texts.tokenMissing;
  const read = readBearerToken(token);
  return read.ok && read.expiresAt ? texts.tokenExpires(read.expiresAt, now) : texts.tokenHeld;
}

const rowStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: 1,
  py: 1.5,
  borderTop: 1,
  borderColor: 'divider',
  typography: 'body2',
} as const;

const factsStyle = {
  m: 0,
  mt: 0.25,
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'auto minmax(0, 1fr)' },
  columnGap: 1.5,
  '& dt': { color: 'text.secondary' },
  '& dd': { m: 0, overflowWrap: 'anywhere' },
} as const;
