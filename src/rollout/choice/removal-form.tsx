import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import TextField from '@mui/material/TextField';
import { useRef, useState } from 'react';
import { Button } from '../../ui/buttons/button.tsx';
import { defaultResourceGroup } from '../../domain/resource-group/resource-group-id.ts';
import type { KeptObject, RolloutKind } from '../../domain/rollout/rollout-kind.ts';
import { rolloutKinds, type RolloutKindId } from '../../domain/rollout/rollout-kinds.ts';
import { scopeFacts } from '../../domain/rollout/kinds/generic-secret.ts';
import type { SecretScope } from '../../domain/generic-secret/secret-scope.ts';
import { ResourceGroupField, ScopeFields } from '../../ui/run/place-fields.tsx';
import { useTexts } from '../../ui/texts/texts.ts';

interface RemovalFormProps {
  readonly kind: RolloutKindId;
  /** The name in a link. */
  readonly asked: string | undefined;
  readonly onSubmit: (kept: KeptObject) => void;
}

/** Asks for the name of what to remove; tenants may contain any name, so none is refused. */
export function RemovalForm({ kind, asked = '', onSubmit }: RemovalFormProps) {
  const texts = useTexts('rollout');
  const { chooseTenants } = useTexts('steps');
  const { nameLabels } = useTexts('kinds');
  const [name, setName] = useState(asked);
  const [group, setGroup] = useState(defaultResourceGroup);
  const [scope, setScope] = useState<SecretScope>({ kind: 'group', group: defaultResourceGroup });
  const { heldIn }: RolloutKind = rolloutKinds[kind];
  const facts = heldIn === 'scope' ? scopeFacts(scope) : heldIn === 'group' ? { resourceGroup: group } : {};
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const trimmed = name.trim();

  return (
    <Paper variant="outlined" sx={{ p: { xs: 2, sm: 2.5 } }}>
      <Box
        component="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setMissing(trimmed === '');
          if (trimmed === '') field.current?.focus();
          else onSubmit({ name: trimmed, facts });
        }}
      >
        {heldIn === 'group' && <ResourceGroupField value={group} onChange={setGroup} />}
        {heldIn === 'scope' && <ScopeFields scope={scope} onChange={setScope} />}
        <TextField
          label={nameLabels[kind]}
          value={name}
          onChange={(event) => setName(event.target.value)}
          inputRef={field}
          error={missing && trimmed === ''}
          helperText={missing && trimmed === '' ? texts.nameMissing : texts.removeHint}
          autoComplete="off"
          slotProps={{ htmlInput: { spellCheck: false, autoCapitalize: 'none' } }}
        />
        <Button type="submit" variant="contained" sx={{ mt: 2 }}>
          {chooseTenants}
        </Button>
      </Box>
    </Paper>
  );
}
