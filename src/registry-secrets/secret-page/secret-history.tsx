import Box from '@mui/material/Box';
import { Pencil, Plus, RotateCcwKey } from 'lucide-react';
import { useOffers } from '../../api/connections.ts';
import { useConnection } from '../../api/current-connection.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import type { RememberedSecret } from '../../api/browser-storage/remembered-schema.ts';
import { iconProps } from '../../ui/icon-props.ts';
import { Section } from '../../ui/layout/section.tsx';
import { formatDateTime } from '../../ui/texts/format.ts';
import { useTexts } from '../../ui/texts/texts.ts';

interface SecretHistoryProps {
  readonly name: string;
  readonly known: RememberedSecret | undefined;
}

/** The latest changes of a secret by the console, newest first; the audit log, if there is one, has all of them. */
export function SecretHistory({ name, known }: SecretHistoryProps) {
  const texts = useTexts('secretPage');
  const { nav } = useTexts('common');
  const { id: tenant } = useConnection();
  const isAudited = useOffers('audit');
  const events = historyOf(known);
  return (
    <Section
      heading={texts.history}
      action={
        isAudited && (
          <LinkButton to="/audit" search={{ q: name, tenant }} size="small">
            {nav.audit}
          </LinkButton>
        )
      }
    >
      {events.length === 0 && <Box sx={{ color: 'text.secondary' }}>{texts.noHistory}</Box>}
      <Box component="ul" sx={eventsStyle}>
        {events.map(({ kind, at, by }) => {
          const Icon = icons[kind];
          return (
            <li key={kind}>
              <Icon {...iconProps} />
              <div>
                {by === undefined ? texts[kind] : texts.by(texts[kind], by)}
                <Box component="time" dateTime={at} sx={timeStyle}>
                  {formatDateTime(new Date(at))}
                </Box>
              </div>
            </li>
          );
        })}
      </Box>
    </Section>
  );
}

interface SecretEvent {
  readonly kind: 'registered' | 'rotated' | 'detailed';
  /** ISO 8601. */
  readonly at: string;
  readonly by: string | undefined;
}

const icons = { registered: Plus, rotated: RotateCcwKey, detailed: Pencil } satisfies Record<
  SecretEvent['kind'],
  unknown
>;

/** The latest of each kind, newest first. */
function historyOf(known: Partial<RememberedSecret> = {}): SecretEvent[] {
  const events = [
    { kind: 'registered' as const, at: known.registeredAt, by: known.registeredBy },
    { kind: 'rotated' as const, at: known.rotatedAt, by: known.rotatedBy },
    { kind: 'detailed' as const, at: known.detailsAt, by: known.detailsBy },
  ];
  return events
    .flatMap(({ kind, at, by }) => (at === undefined ? [] : [{ kind, at, by }]))
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/** Joined by a line, newest at the top. */
const eventsStyle = {
  m: 0,
  p: 0,
  listStyle: 'none',
  '& > li': {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    gap: 1.5,
    pb: 2,
  },
  '& > li:not(:last-child)::before': {
    content: '""',
    position: 'absolute',
    left: 7.5,
    top: 20,
    bottom: 0,
    width: '1px',
    bgcolor: 'rule.strong',
  },
  '& svg': { mt: '2px', color: 'text.disabled' },
} as const;

const timeStyle = { display: 'block', typography: 'caption', color: 'text.disabled' } as const;
