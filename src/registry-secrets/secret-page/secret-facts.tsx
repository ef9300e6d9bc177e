import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Pencil, Plus, RotateCcwKey } from 'lucide-react';
import { useState } from 'react';
import type { RememberedSecret } from '../../api/browser-storage/remembered-secrets.ts';
import { iconProps } from '../../ui/icon-props.ts';
import { Section } from '../../ui/layout/section.tsx';
import { BigFuse } from '../../ui/marks/big-fuse.tsx';
import { formatDate, formatDateTime } from '../../ui/texts/format.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { secretExpiry } from '../secret-expiry.ts';

interface SecretFactsProps {
  readonly known: RememberedSecret | undefined;
  readonly onChangeExpiry: () => void;
}

/** Beside the rest of a secret's page: its end, the note, and what was done to it in this browser. */
export function SecretFacts({ known, onChangeExpiry }: SecretFactsProps) {
  const texts = useTexts('secretPage');
  const secretTexts = useTexts('secrets');
  const [now] = useState(() => new Date());
  const expiry = secretExpiry(known, now);
  const events = historyOf(known);
  return (
    <>
      <Section
        heading={texts.expiry}
        action={
          <Button size="small" onClick={onChangeExpiry}>
            {texts.changeExpiry}
          </Button>
        }
      >
        <Box sx={{ ...endStyle, '& strong': { ...endStyle['& strong'], color: endColours[expiry.kind] } }}>
          <strong>{secretTexts.expiry(expiry)}</strong>
          {known?.expiresAt !== undefined && ` ${texts.endsOn(formatDate(new Date(known.expiresAt)))}`}
        </Box>
        <BigFuse
          expiry={expiry.kind === 'unknown' ? undefined : expiry}
          labels={[texts.today, texts.inDays(14), texts.inDays(90)]}
        />
      </Section>
      {known?.note !== undefined && (
        <Section heading={texts.noteHeading}>
          <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{known.note}</Box>
        </Section>
      )}
      <Section heading={texts.history}>
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
      <Box sx={{ typography: 'caption', color: 'text.disabled' }}>{texts.remembered}</Box>
    </>
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

/** The last of each kind, the newest first. */
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

const endColours = {
  none: 'text.secondary',
  unknown: 'text.secondary',
  valid: 'text.primary',
  soon: 'warning.main',
  expired: 'error.main',
} as const;

const endStyle = { color: 'text.secondary', '& strong': { typography: 'h6' } } as const;

/** Joined by a line, the newest on top. */
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
