import { ShieldCheck } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '../buttons/button.tsx';
import { ShortLabel } from '../buttons/short-label.tsx';
import { iconProps } from '../icon-props.ts';
import { lazyPart } from '../feedback/lazy-part.tsx';
import { useTexts } from '../texts/texts.ts';
import type { CheckSubject } from './check-subject.ts';
import type { CredentialCheck } from './use-credential-check.ts';

const CheckPanel = lazyPart(() => import('./check-panel.tsx'), 'CheckPanel');

interface CheckCredentialsProps {
  readonly check: CredentialCheck;
  /** As they stand in the form now. */
  readonly subjects: readonly CheckSubject[];
  /** What the image check was asked for last. */
  readonly image?: string;
  /** Where no form holds the tokens: they are asked for in the panel, for the check alone. */
  readonly askTokens?: boolean;
  readonly size?: 'small' | 'medium';
  /** In the bar of a form, where a phone has room for one word. */
  readonly inBar?: boolean;
}

/** The button, and the panel that it opens at the right. Closing gives the focus back to the button. */
export function CheckCredentials({
  check,
  subjects,
  image = '',
  askTokens = false,
  size,
  inBar = false,
}: CheckCredentialsProps) {
  const texts = useTexts('check');
  const [presses, setPresses] = useState(0);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button
        ref={button}
        variant="outlined"
        size={size ?? 'medium'}
        startIcon={<ShieldCheck {...iconProps} />}
        aria-expanded={check.isOpen}
        aria-label={inBar ? texts.open : undefined}
        onClick={() => {
          setPresses(presses + 1);
          check.open();
        }}
      >
        {inBar ? <ShortLabel long={texts.open} short={texts.openShort} /> : texts.open}
      </Button>
      {check.isOpen && (
        <CheckPanel
          presses={presses}
          check={check}
          subjects={subjects}
          image={image}
          askTokens={askTokens}
          onClose={() => {
            check.close();
            button.current?.focus();
          }}
        />
      )}
    </>
  );
}
