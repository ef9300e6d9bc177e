import Box from '@mui/material/Box';
import { RotateCcwKey, Split } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/buttons/button.tsx';
import { isEndOpen } from '../../domain/token/expiry.ts';
import type { RememberedSecret } from '../../api/browser-storage/remembered-schema.ts';
import { mayWrite } from '../../domain/connection/access.ts';
import type { ApiError } from '../../domain/api-problem.ts';
import { rolloutSearch } from '../../domain/rollout/rollout-address.ts';
import { ServerWords } from '../../ui/feedback/server-words.tsx';
import { GuardedLink } from '../../ui/guard/guarded-button.tsx';
import { smallIconProps } from '../../ui/icon-props.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { RegistryMark } from '../../ui/marks/registry-mark.tsx';
import { formatDate, formatEnd } from '../../ui/texts/format.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import type { Cell } from '../cell.ts';
import { cellAt, type MatrixRow } from '../matrix-rows.ts';

/** A secret in a tenant: its dates and registries, or a way to roll it out if it is missing. */
export function SecretInTenant({ row, name, now }: { row: MatrixRow; name: string; now: Date }) {
  const texts = useTexts('overview');
  const { connection, remembered } = row;
  const cell = cellAt(row, name, now);
  const known = remembered?.get(name);
  const params = { tenant: connection.id, name };
  const allowed = mayWrite(connection, 'dockerRegistrySecrets');
  if (!cell) return null;
  return (
    <>
      <Heading name={name} host={cell.kind === 'missing' ? undefined : known?.registries[0]?.host} />
      {cell.kind === 'missing' ? (
        <>
          {texts.lacksText(connection.label, name)}
          <Actions>
            <GuardedLink
              allowed={allowed}
              size="small"
              variant="outlined"
              to="/rollout"
              search={rolloutSearch({ secrets: [name], tenants: [connection.id] })}
              startIcon={<Split {...smallIconProps} />}
            >
              {texts.rollOutHere}
            </GuardedLink>
          </Actions>
        </>
      ) : (
        <>
          <Held tenant={connection.label} cell={cell} known={known} />
          <Actions>
            <GuardedLink
              allowed={allowed}
              size="small"
              variant="outlined"
              to="/$tenant/docker-registry-secrets/$name/rotate"
              params={params}
              startIcon={<RotateCcwKey {...smallIconProps} />}
            >
              {texts.rotate}
            </GuardedLink>
            <LinkButton size="small" to="/$tenant/docker-registry-secrets/$name" params={params}>
              {texts.open}
            </LinkButton>
          </Actions>
        </>
      )}
    </>
  );
}

function Heading({ name, host }: { name: string; host: string | undefined }) {
  return (
    <Box sx={headingStyle}>
      {host !== undefined && <RegistryMark host={host} />}
      <code>{name}</code>
    </Box>
  );
}

interface HeldProps {
  readonly tenant: string;
  readonly cell: Exclude<Cell, { kind: 'missing' }>;
  readonly known: RememberedSecret | undefined;
}

function Held({ tenant, cell, known }: HeldProps) {
  const texts = useTexts('overview');
  const { expiry } = useTexts('secrets');
  const { expiresAt, rotatedAt, registeredAt, registries = [] } = known ?? {};
  return (
    <>
      <div>
        {cell.kind === 'unknown'
          ? (isEndOpen(known) ? texts.openEndText : texts.noRecordText)(tenant)
          : texts.held(tenant, expiry(cell), expiresAt === undefined ? undefined : formatEnd(expiresAt))}{' '}
        {rotatedAt !== undefined && texts.rotated(day(rotatedAt))}
        {rotatedAt === undefined && registeredAt !== undefined && texts.registered(day(registeredAt))}
      </div>
      {registries.map(({ host, username }) => (
        <Box key={host} component="code" sx={{ display: 'block', typography: 'caption' }}>
          {username === undefined ? host : `${username}@${host}`}
        </Box>
      ))}
    </>
  );
}

function day(text: string): string {
  return formatDate(new Date(text));
}

interface NoAnswerProps {
  readonly row: MatrixRow;
  readonly problem: ApiError;
  /** The age of what is still shown, if anything. */
  readonly age: string | undefined;
  readonly onRetry: () => void;
}

/** A tenant that did not answer: why, and what to do. */
export function NoAnswer({ row, problem, age, onRetry }: NoAnswerProps) {
  const texts = useTexts('overview');
  const { problem: problemText } = useTexts('problems');
  const { title, advice } = problemText(problem);
  return (
    <>
      <Box sx={{ ...headingStyle, fontWeight: 600 }}>{row.connection.label}</Box>
      <div>{title}</div>
      <div>{age === undefined ? advice : texts.old(age)}</div>
      <Box sx={{ mt: 0.5, typography: 'caption' }}>
        <ServerWords problem={problem} />
      </Box>
      <Actions>
        <Button
          size="small"
          variant="outlined"
          aria-label={texts.retryOf(row.connection.label)}
          onClick={onRetry}
        >
          {texts.retry}
        </Button>
        <LinkButton size="small" to="/connections">
          {texts.openConnection}
        </LinkButton>
      </Actions>
    </>
  );
}

function Actions({ children }: { children: ReactNode }) {
  return <Box sx={{ display: 'flex', gap: 1, mt: 1.5 }}>{children}</Box>;
}

const headingStyle = {
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  mb: 0.5,
  color: 'text.primary',
  '& code': { fontWeight: 600 },
} as const;
