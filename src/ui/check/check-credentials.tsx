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
  /** As the form holds them now. */
  readonly subjects: readonly CheckSubject[];
  /** The image that was last entered for the image check. */
  readonly image?: string;
  /** No form holds the tokens: the panel asks for them, for this check only. */
  readonly askTokens?: boolean;
  readonly size?: 'small' | 'medium';
  /** Shown in a form's bar, where a phone has room for one word. */
  readonly inBar?: boolean;
}

/** The button and the panel it opens on the right. Closing the panel gives the focus back to the button. */
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
