import Box from '@mui/material/Box';
import { searchOf, type SecretScope } from '../domain/generic-secret/secret-scope.ts';
import { mountSnippet, variablesSnippet } from '../domain/generic-secret/usage-snippet.ts';
import { Button } from '../ui/buttons/button.tsx';
import { CodeBlock } from '../ui/code-block.tsx';
import { AfterWrite } from '../ui/object/after-write.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { useTexts } from '../ui/texts/texts.ts';

interface GenericSecretSavedProps {
  readonly tenant: string;
  readonly scope: SecretScope;
  readonly name: string;
  readonly keys: readonly string[];
  readonly title: (name: string) => string;
  readonly onAnother?: () => void;
}

/** After a write: what was done, how a template uses the secret, and where to go next. */
export function GenericSecretSaved({ tenant, scope, name, keys, title, onAnother }: GenericSecretSavedProps) {
  const texts = useTexts('genericSecrets');
  return (
    <AfterWrite
      title={title}
      name={name}
      text={texts.doneTexts[scope.kind]}
      outcome={
        scope.kind !== 'tenant' && (
          <Box sx={{ display: 'grid', gap: 2, mt: 2, maxWidth: 720 }}>
            <CodeBlock label={texts.asVariables} code={variablesSnippet(name, keys)} />
            <CodeBlock label={texts.asFiles} code={mountSnippet(name)} />
          </Box>
        )
      }
    >
      <LinkButton
        to="/$tenant/generic-secrets"
        params={{ tenant }}
        search={searchOf(scope)}
        variant="contained"
      >
        {texts.backToList}
      </LinkButton>
      {onAnother && <Button onClick={onAnother}>{texts.registerAnother}</Button>}
    </AfterWrite>
  );
}
