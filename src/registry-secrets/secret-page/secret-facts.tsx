import Box from '@mui/material/Box';
import type { RememberedSecret } from '../../api/browser-storage/remembered-schema.ts';
import type { MemoryState } from '../../api/browser-storage/secret-memory.ts';
import { isEndOpen } from '../../domain/token/expiry.ts';
import { GuardedButton } from '../../ui/guard/guarded-button.tsx';
import { Section } from '../../ui/layout/section.tsx';
import { BigFuse } from '../../ui/marks/big-fuse.tsx';
import { formatEnd } from '../../ui/texts/format.ts';
import { hourMs, useNow } from '../../ui/media/use-now.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { secretExpiry } from '../secret-expiry.ts';
import { SecretHistory } from './secret-history.tsx';
import { SapDocsLink } from '../../ui/docs/sap-docs-link.tsx';

interface SecretFactsProps {
  readonly name: string;
  readonly known: RememberedSecret | undefined;
  readonly memory: MemoryState;
  readonly mayWrite: boolean;
  readonly onChangeExpiry: () => void;
}

/** Beside the rest of a secret's page: its expiry, the note, and its history in this browser. */
export function SecretFacts({ name, known, memory, mayWrite, onChangeExpiry }: SecretFactsProps) {
  const texts = useTexts('secretPage');
  const { acts } = useTexts('secretActs');
  const secretTexts = useTexts('secrets');
  const now = useNow(hourMs);
  const expiry = secretExpiry(known, memory, now);
  const isOpen = isEndOpen(known);
  return (
    <>
      <Section
        heading={texts.expiry}
        action={
          <GuardedButton allowed={mayWrite} size="small" onClick={onChangeExpiry}>
            {acts.expiry}
          </GuardedButton>
        }
      >
        <Box sx={{ ...endStyle, '& strong': { ...endStyle['& strong'], color: endColours[expiry.kind] } }}>
          <strong>{secretTexts.expiry(expiry)}</strong>
          {isOpen && <Box>{texts.formerEnd(formatEnd(known?.formerEnd ?? ''))}</Box>}
          {known?.expiresAt !== undefined && ` ${texts.endsOn(formatEnd(known.expiresAt))}`}
        </Box>
        <BigFuse
          expiry={expiry.kind === 'unknown' || expiry.kind === 'unread' ? undefined : expiry}
          labels={[texts.today, texts.inDays(14), texts.inDays(90)]}
        />
      </Section>
      {known?.note !== undefined && (
        <Section heading={texts.noteHeading}>
          <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{known.note}</Box>
        </Section>
      )}
      <SecretHistory name={name} known={known} />
      <Box sx={{ typography: 'caption', color: 'text.disabled' }}>
        {texts.remembered} <SapDocsLink about="secret" />
      </Box>
    </>
  );
}

const endColours = {
  none: 'text.secondary',
  unknown: 'text.secondary',
  unread: 'text.secondary',
  valid: 'text.primary',
  soon: 'warning.main',
  expired: 'error.main',
} as const;

const endStyle = { color: 'text.secondary', '& strong': { typography: 'h6' } } as const;
