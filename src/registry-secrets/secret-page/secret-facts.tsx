import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import type { RememberedSecret } from '../../api/browser-storage/remembered-secrets.ts';
import { Fuse } from '../../ui/marks/fuse.tsx';
import { formatDate, formatDateTime } from '../../ui/texts/format.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import type { SecretExpiry } from '../secret-expiry.ts';

interface SecretFactsProps {
  readonly known: RememberedSecret | undefined;
  readonly expiry: SecretExpiry;
}

/** Beside the rest of a secret's page: its end, the note, and what was done to it in this browser. */
export function SecretFacts({ known, expiry }: SecretFactsProps) {
  const texts = useTexts('secretPage');
  const secretTexts = useTexts('secrets');
  const events = historyOf(known);
  return (
    <Box sx={asideStyle}>
      <Fact heading={texts.expiry}>
        <Box sx={{ mb: 1 }}>
          <Fuse expiry={expiry.kind === 'unknown' ? undefined : expiry} />
        </Box>
        <strong>{secretTexts.expiry(expiry)}</strong>
        {known?.expiresAt !== undefined && ` ${texts.until(formatDate(new Date(known.expiresAt)))}`}
      </Fact>
      <Fact heading={texts.noteHeading}>
        <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{known?.note ?? texts.noNote}</Box>
      </Fact>
      <Fact heading={texts.history}>
        {events.length === 0 && texts.noHistory}
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
          {events.map(({ kind, at, by }) => (
            <li key={kind}>
              {by === undefined ? texts[kind] : texts.by(texts[kind], by)}
              <Box component="time" dateTime={at} sx={timeStyle}>
                {formatDateTime(new Date(at))}
              </Box>
            </li>
          ))}
        </Box>
      </Fact>
      <Box sx={{ typography: 'caption', color: 'text.secondary' }}>{texts.remembered}</Box>
    </Box>
  );
}

function Fact({ heading, children }: { heading: string; children: ReactNode }) {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id}>
      <Typography variant="h2" id={id} sx={{ mb: 1 }}>
        {heading}
      </Typography>
      {children}
    </Box>
  );
}

interface SecretEvent {
  readonly kind: 'registered' | 'rotated' | 'detailed';
  /** ISO 8601. */
  readonly at: string;
  readonly by: string | undefined;
}

/** The last of each kind, the newest first. */
function historyOf(known: Partial<RememberedSecret> = {}): SecretEvent[] {
  const events = [
    { kind: 'registered' as const, at: known.registeredAt, by: known.registeredBy },
    { kind: 'rotated' as const, at: known.rotatedAt, by: known.rotatedBy },
    { kind: 'detailed' as const, at: known.detailsAt, by: undefined },
  ];
  return events
    .flatMap(({ kind, at, by }) => (at === undefined ? [] : [{ kind, at, by }]))
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

const asideStyle = { display: 'grid', gap: 3, alignContent: 'start', minWidth: 0 } as const;
const timeStyle = { display: 'block', typography: 'caption', color: 'text.secondary' } as const;
