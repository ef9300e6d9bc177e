import TextField from '@mui/material/TextField';
import { scopeKinds, type SecretScope } from '../../domain/generic-secret/secret-scope.ts';
import { defaultResourceGroup } from '../../domain/resource-group/resource-group-id.ts';
import { RadioChoice } from '../form/radio-choice.tsx';
import { useTexts } from '../texts/texts.ts';

interface ResourceGroupFieldProps {
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** The id of a resource group. It is typed, because each tenant has groups of its own. */
export function ResourceGroupField({ value, onChange }: ResourceGroupFieldProps) {
  const { resourceGroup } = useTexts('rollout');
  return (
    <TextField
      label={resourceGroup}
      value={value}
      onChange={(event) => onChange(event.target.value.trim())}
      helperText=" "
      autoComplete="off"
      slotProps={{ htmlInput: { spellCheck: false, autoCapitalize: 'none' } }}
      sx={{ maxWidth: 720, mb: 1 }}
    />
  );
}

interface ScopeFieldsProps {
  readonly scope: SecretScope;
  readonly onChange: (scope: SecretScope) => void;
}

/** The scope of a generic secret in each of many tenants. */
export function ScopeFields({ scope, onChange }: ScopeFieldsProps) {
  const texts = useTexts('genericSecrets');
  return (
    <>
      <RadioChoice
        label={texts.scope}
        options={scopeKinds}
        labels={texts.scopes}
        value={scope.kind}
        onChange={(kind) => onChange(kind === 'group' ? { kind, group: defaultResourceGroup } : { kind })}
      />
      {scope.kind === 'group' && (
        <ResourceGroupField value={scope.group} onChange={(group) => onChange({ kind: 'group', group })} />
      )}
    </>
  );
}
