import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useDeferredValue } from 'react';
import { useWatch, type Control } from 'react-hook-form';
import { explainImage } from '../../../domain/keyring/keyring.ts';
import { toAuths, type KnownRegistry } from '../../../domain/registry/known-registry.ts';
import { matcherDifferences } from '../../../domain/keyring/knative-keyring.ts';
import { maskedValue } from '../../../domain/pull-secret/docker-config.ts';
import { isCredentialUsername } from '../../../domain/token/username-credential.ts';
import { useImageToCheck } from '../../../ui/check/image-to-check.tsx';
import { ImageCoverage } from '../../../ui/image-coverage.tsx';
import { Section } from '../../../ui/layout/section.tsx';
import { useTexts } from '../../../ui/texts/texts.ts';
import type { RegistryValues, SecretFormValues } from '../secret-form-values.ts';

/** Says immediately whether the secret in the form, as typed so far, could pull an image. */
export function FormImageCheck({ control }: { control: Control<SecretFormValues> }) {
  // Typing has priority over the check, which takes a while with hundreds of registries.
  const registries = useDeferredValue(useWatch({ control, name: 'registries' }));
  return <ImageCheck registries={registries.filter(({ host }) => host !== '').map(shown)} />;
}

/** Says immediately whether a secret with these registries could pull an image. */
export function ImageCheck({ registries }: { registries: readonly KnownRegistry[] }) {
  const texts = useTexts('imageCoverage');
  const [image, setImage] = useImageToCheck();
  const reference = useDeferredValue(image).trim();
  const auths = reference === '' ? {} : toAuths(registries);

  return (
    <Section heading={texts.heading}>
      <TextField
        label={texts.field}
        value={image}
        onChange={(event) => setImage(event.target.value)}
        helperText={texts.fieldHint}
        autoComplete="off"
        slotProps={{ htmlInput: { spellCheck: false, autoCapitalize: 'none' } }}
      />
      <Box role="status" sx={{ '&:not(:empty)': { mt: 0.5 } }}>
        {reference !== '' &&
          (Object.keys(auths).length === 0 ? (
            <Typography variant="body2">{texts.noHost}</Typography>
          ) : (
            <ImageCoverage
              explanation={explainImage(auths, reference)}
              differences={matcherDifferences(auths, reference)}
            />
          ))}
      </Box>
    </Section>
  );
}

/** A username that is a credential must not be shown here either. */
function shown({ host, username, accessToken }: RegistryValues): KnownRegistry {
  return {
    host,
    username: isCredentialUsername({ host, username, password: accessToken }) ? maskedValue : username,
  };
}
