import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import type { Candidate } from '../../domain/onboarding/candidates.ts';
import type { RolloutOrder } from '../../domain/rollout/rollout-kind.ts';
import { Button } from '../../ui/buttons/button.tsx';
import type { OrderForms } from '../../ui/run/order-form.ts';
import { useTexts } from '../../ui/texts/texts.ts';

interface CredentialsStepProps {
  readonly forms: OrderForms;
  /** Those whose credential is asked for, in order, whether it is there already or not. */
  readonly asked: readonly Candidate[];
  readonly entered: ReadonlyMap<string, RolloutOrder>;
  readonly onEntered: (id: string, order: RolloutOrder) => void;
  readonly onBack: () => void;
}

/** One form after the other, each for all tenants at once. */
export function CredentialsStep({ forms, asked, entered, onEntered, onBack }: CredentialsStepProps) {
  const texts = useTexts('onboardMany');
  const { things } = useTexts('kinds');
  const index = asked.findIndex(({ id }) => !entered.has(id));
  const current = asked[index];
  const Form = current && forms[current.kind];
  if (!current || !Form) return null;
  return (
    <>
      <FocusedHeading key={`heading of ${current.id}`}>
        {texts.credentialHeading(index + 1, asked.length, things[current.kind], current.kept.name)}
      </FocusedHeading>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 2 }}>
        <Box sx={{ color: 'text.secondary' }}>{texts.credentialNote}</Box>
        <Button size="small" onClick={onBack}>
          {texts.back}
        </Button>
      </Box>
      <Form
        key={current.id}
        fixed={current.kept}
        submitLabel={index === asked.length - 1 ? texts.chooseTenants : texts.next}
        onSubmit={(order) => onEntered(current.id, order)}
      />
    </>
  );
}

/** Each form takes the place of the one before, and with it the focus. */
function FocusedHeading({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, []);
  return (
    <Typography variant="h2" ref={heading} tabIndex={-1} sx={{ outline: 'none' }}>
      {children}
    </Typography>
  );
}
