import Box from '@mui/material/Box';
import { CircleAlert, CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react';
import { useDeferredValue } from 'react';
import { useWatch, type Control } from 'react-hook-form';
import { useOffersChecks } from '../../../api/checks.ts';
import type { CredentialCheck } from '../../../ui/check/use-credential-check.ts';
import { useSettled } from '../../../ui/form/typing.tsx';
import { iconProps } from '../../../ui/icon-props.ts';
import { Section } from '../../../ui/layout/section.tsx';
import { hourMs, useNow } from '../../../ui/media/use-now.ts';
import { useTexts } from '../../../ui/texts/texts.ts';
import { toSubjects } from '../credential-check.tsx';
import type { SecretFormValues } from '../secret-form-values.ts';
import { checkListStyle } from './check-list-style.ts';
import { credentialsCheck, registrationChecks, type RegistrationCheck } from './registration-checks.ts';

interface BeforeRegisteringProps {
  readonly control: Control<SecretFormValues>;
  readonly takenNames: readonly string[] | undefined;
  readonly check: CredentialCheck;
}

/**
 * Follows the form: whether the name is free, the hosts are public, what the credentials reveal, and the check of them.
 */
export function BeforeRegistering({ control, takenNames, check }: BeforeRegisteringProps) {
  const texts = useTexts('secretForm');
  const name = useSettled(useWatch({ control, name: 'name' }));
  const registries = useDeferredValue(useSettled(useWatch({ control, name: 'registries' })));
  const now = useNow(hourMs);
  const offersChecks = useOffersChecks();
  const lines = registrationChecks(texts, { name, registries }, { takenNames, now });
  if (offersChecks) lines.push(credentialsCheck(texts.checks, check, toSubjects(registries)));
  return (
    <Section heading={texts.beforeRegistering}>
      <Box component="ul" sx={checkListStyle}>
        {lines.map(({ id, tone, text }) => {
          const Icon = icons[tone];
          return (
            <Box component="li" key={id} data-tone={tone}>
              <Icon {...iconProps} />
              <span>{text}</span>
            </Box>
          );
        })}
      </Box>
    </Section>
  );
}

const icons = {
  ok: CircleCheck,
  warning: TriangleAlert,
  error: CircleAlert,
  open: CircleDashed,
} satisfies Record<RegistrationCheck['tone'], unknown>;
