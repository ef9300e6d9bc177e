import Box from '@mui/material/Box';
import { createLink } from '@tanstack/react-router';
import { CircleDashed, ClockAlert, Ellipsis, Pencil, X } from 'lucide-react';
import { useState } from 'react';
import { forgetBearerToken, resumeTokenNeed, useBearerToken } from '../../api/bearer-tokens.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import { readBearerToken } from '../../domain/token/bearer-token.ts';
import { Button, IconAnchor, IconButton } from '../../ui/buttons/button.tsx';
import { lazyPart } from '../../ui/feedback/lazy-part.tsx';
import { StatusChip, type StatusTone } from '../../ui/feedback/status-chip.tsx';
import { iconProps } from '../../ui/icon-props.ts';
import { TenantTile } from '../../ui/marks/tenant-tile.tsx';
import { NameLink } from '../../ui/text-link.tsx';
import { useTexts, type Catalogue } from '../../ui/texts/texts.ts';
import { minutesSince, useNow } from '../../ui/media/use-now.ts';
import { fullAddress } from '../full-address.ts';
import type { ConnectionLine } from './connection-rows.ts';
import type { ConnectionTest } from './connection-tests.ts';

const ConnectionMenu = lazyPart(() => import('./connection-menu.tsx'), 'ConnectionMenu');

type ConnectionCellsProps = Omit<Extract<ConnectionLine, { kind: 'connection' }>, 'kind'> & {
  readonly onTest: (connection: Connection) => void;
  readonly onRemove: (connection: Connection) => void;
};

export function ConnectionCells({ connection, source, test, onTest, onRemove }: ConnectionCellsProps) {
  const texts = useTexts('connections');
  const token = useBearerToken(connection);
  const now = useNow();
  const { id, label, auth } = connection;
  const isTested = test?.status === 'tested';
  const works = isTested && test.diagnosis.code === 'works' ? test.diagnosis : undefined;
  return (
    <>
      <th scope="row">
        <div className="named">
          <TenantTile label={label} />
          <ConnectionLink connection={connection} />
        </div>
      </th>
      <td className="address">
        <code title={fullAddress(connection, location.origin)}>{connection.baseUrl}</code>
      </td>
      <td className="quiet">
        {texts.authShort[auth]}
        {auth === 'bearer' && <div>{describeToken(texts, token, now)}</div>}
      </td>
      <td>
        <TestChip test={test} auth={auth} />
      </td>
      <td className="quiet">
        {isTested ? texts.testedAgo(minutesSince(test.testedAt.getTime(), now)) : '–'}
      </td>
      <td className="number quiet">{works ? texts.secretCount(works.secrets, works.quota) : '–'}</td>
      <td>
        <Box sx={actionsStyle}>
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
          <Button
            size="small"
            variant="outlined"
            aria-label={texts.testOf(label)}
            // Not disabled, so that it keeps the focus; pressing it meanwhile does nothing.
            aria-busy={test !== undefined && !isTested}
            onClick={() => (test === undefined || isTested) && onTest(connection)}
          >
            {texts.testShort}
          </Button>
          {source === 'added' && (
            <>
              <LinkIconButton
                to="/connections/$id/edit"
                params={{ id }}
                aria-label={texts.editOf(label)}
                title={texts.edit}
              >
                <Pencil {...iconProps} />
              </LinkIconButton>
              <IconButton
                label={texts.removeOf(label)}
                title={texts.remove}
                onClick={() => onRemove(connection)}
              >
                <X {...iconProps} />
              </IconButton>
            </>
          )}
        </Box>
      </td>
    </>
  );
}

const LinkIconButton = createLink(IconAnchor);

/** For narrow screens, in rows 64 pixels high: name and address, the last test, and a menu for everything else. */
export function NarrowConnectionCells({ connection, source, test, onTest, onRemove }: ConnectionCellsProps) {
  const texts = useTexts('connections');
  const [anchor, setAnchor] = useState<HTMLElement>();
  const { label, auth, baseUrl } = connection;
  return (
    <>
      {/* Keeps the address out of the row's accessible name. */}
      <th scope="row" aria-label={texts.open(label)}>
        <ConnectionLink connection={connection} />
        <div className="address">{baseUrl}</div>
      </th>
      <td>
        <TestChip test={test} auth={auth} />
      </td>
      <td className="menu">
        <IconButton
          label={texts.moreOf(label)}
          aria-haspopup="menu"
          aria-expanded={anchor !== undefined}
          onClick={({ currentTarget }) => setAnchor(currentTarget)}
        >
          <Ellipsis {...iconProps} />
        </IconButton>
        {anchor && (
          <ConnectionMenu
            connection={connection}
            isAdded={source === 'added'}
            anchor={anchor}
            onTest={() => (test === undefined || test.status === 'tested') && onTest(connection)}
            onRemove={() => onRemove(connection)}
            onClose={() => setAnchor(undefined)}
          />
        )}
      </td>
    </>
  );
}

function ConnectionLink({ connection: { id, label } }: { connection: Connection }) {
  const { open } = useTexts('connections');
  return (
    <NameLink
      to="/$tenant/docker-registry-secrets"
      params={{ tenant: id }}
      preload={false}
      aria-label={open(label)}
    >
      {label}
    </NameLink>
  );
}

function TestChip({ test, auth }: { test: ConnectionTest | undefined; auth: Connection['auth'] }) {
  const { chips } = useTexts('connections');
  if (test?.status !== 'tested') {
    return (
      <StatusChip tone={test ? 'info' : 'neutral'} Icon={test ? undefined : CircleDashed}>
        {chips[test?.status ?? 'untested']}
      </StatusChip>
    );
  }
  const { code } = test.diagnosis;
  const needsToken = code === 'unauthorized' && auth === 'bearer' && !test.hasToken;
  const tone: StatusTone = code === 'works' ? 'success' : needsToken ? 'warning' : 'error';
  return (
    <StatusChip tone={tone} Icon={needsToken ? ClockAlert : undefined}>
      {needsToken ? chips.needsToken : chips[code]}
    </StatusChip>
  );
}

function describeToken(texts: Catalogue['connections'], token: string | undefined, now: Date): string {
  if (token === undefined) return texts.tokenMissing;
  const read = readBearerToken(token);
  return read.ok && read.expiresAt ? texts.tokenExpires(read.expiresAt, now) : texts.tokenHeld;
}

const actionsStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'flex-end',
  gap: 0.5,
} as const;
