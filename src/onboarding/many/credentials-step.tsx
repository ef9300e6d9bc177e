import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useCallback, useEffect, useRef } from 'react';
import type { Candidate } from '../../domain/onboarding/candidates.ts';
import type { RolloutOrder } from '../../domain/rollout/rollout-kind.ts';
import { Button } from '../../ui/buttons/button.tsx';
import { UnsavedWatch } from '../../ui/form/unsaved-changes-guard.tsx';
import type { OrderForms } from '../../ui/run/order-form.ts';
import { useTexts } from '../../ui/texts/texts.ts';

interface CredentialsStepProps {
  readonly forms: OrderForms;
  /** The objects whose credentials are asked for, in order, including those already entered. */
  readonly asked: readonly Candidate[];
  readonly entered: ReadonlyMap<string, RolloutOrder>;
  /** The object whose credential is partly entered; undefined once that was undone. */
  readonly onHalfEntered: (id: string | undefined) => void;
  readonly onEntered: (id: string, order: RolloutOrder) => void;
  readonly onBack: () => void;
}

/** One form after the other, each for all tenants at once. */
export function CredentialsStep(props: CredentialsStepProps) {
  const { forms, asked, entered, onHalfEntered, onEntered, onBack } = props;
  const texts = useTexts('onboardMany');
  const { back, chooseTenants } = useTexts('steps');
  const { things } = useTexts('kinds');
  const index = asked.findIndex(({ id }) => !entered.has(id));
  const current = asked[index];
  const Form = current && forms[current.kind];
  const currentId = current?.id;
  const watch = useCallback(
    (dirty: boolean) => onHalfEntered(dirty ? currentId : undefined),
    [currentId, onHalfEntered],
  );
  if (!current || !Form) return null;
  return (
    <>
      <FocusedHeading key={`heading of ${current.id}`}>
        {texts.credentialHeading(index + 1, asked.length, things[current.kind], current.kept.name)}
      </FocusedHeading>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 2 }}>
        <Box sx={{ color: 'text.secondary' }}>{texts.credentialNote}</Box>
        <Button size="small" onClick={onBack}>
          {back}
        </Button>
      </Box>
      <UnsavedWatch value={watch}>
        <Form
          key={current.id}
          fixed={current.kept}
          submitLabel={index === asked.length - 1 ? chooseTenants : texts.next}
          onSubmit={(order) => onEntered(current.id, order)}
        />
      </UnsavedWatch>
    </>
  );
}

/** Each form replaces the previous one, so the heading takes the focus. */
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
