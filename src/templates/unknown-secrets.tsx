import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { Alert } from '../ui/feedback/alert.tsx';
import { useTexts } from '../ui/texts/texts.ts';

interface UnknownSecretsProps {
  readonly names: readonly string[];
  /** What was typed, by the secret's name. */
  readonly typed: ReadonlyMap<string, string>;
  readonly onType: (name: string, hosts: string) => void;
}

/** A template may name thousands; nobody types hosts for so many. */
const maxAsked = 20;

/** Names the secrets with unknown content, and asks for their hosts. */
export function UnknownSecrets({ names, typed, onType }: UnknownSecretsProps) {
  const texts = useTexts('templates');
  if (names.length === 0) return null;
  return (
    <Box sx={{ mb: 2 }}>
      <Alert severity="info" sx={{ mb: 2 }}>
        {texts.unknownSecretNote(names.length)}
      </Alert>
      <Box sx={{ display: 'grid', gap: 1.5, maxWidth: 560 }}>
        {names.slice(0, maxAsked).map((name) => (
          <TextField
            key={name}
            label={texts.unknownSecret(name)}
            value={typed.get(name) ?? ''}
            onChange={(event) => onType(name, event.target.value)}
            helperText={texts.unknownSecretHint}
            autoComplete="off"
            slotProps={{ htmlInput: { spellCheck: false, autoCapitalize: 'none' } }}
          />
        ))}
      </Box>
    </Box>
  );
}

/** The hosts in the typed text; undefined if there are none. */
export function typedHosts(text: string): { host: string }[] | undefined {
  const hosts = text.split(/[\s,]+/).filter((host) => host !== '');
  return hosts.length === 0 ? undefined : hosts.map((host) => ({ host }));
}
