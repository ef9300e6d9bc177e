import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useConnection } from '../api/current-connection.tsx';
import { resourceGroupsQuery } from '../api/groups/resource-groups.ts';
import { scopeKinds, type ScopeKind, type SecretScope } from '../domain/generic-secret/secret-scope.ts';
import { defaultResourceGroup } from '../domain/resource-group/resource-group-id.ts';
import { RadioChoice } from '../ui/form/radio-choice.tsx';
import { SegmentedChoice } from '../ui/form/segmented-choice.tsx';
import { ResourceGroupSelect } from '../ui/resource-group/resource-group-select.tsx';
import { useTexts } from '../ui/texts/texts.ts';

interface ScopeChoiceProps {
  readonly scope: SecretScope;
  readonly onChange: (scope: SecretScope) => void;
  /** Used in a form, where each option is explained. */
  readonly explained?: boolean;
}

/** The scope of secrets: one resource group, all of them, or only the tenant. */
export function ScopeChoice({ scope, onChange, explained = false }: ScopeChoiceProps) {
  const texts = useTexts('genericSecrets');
  const groups = useQuery(resourceGroupsQuery(useConnection()));
  const choose = (kind: ScopeKind) =>
    onChange(kind === 'group' ? { kind, group: defaultResourceGroup } : { kind });
  return (
    <Box sx={explained ? stackStyle : lineStyle}>
      {explained ? (
        <RadioChoice
          stacked
          label={texts.scope}
          options={scopeKinds}
          labels={texts.scopesExplained}
          value={scope.kind}
          onChange={choose}
        />
      ) : (
        <SegmentedChoice
          label={texts.scope}
          options={scopeKinds.map((kind) => ({ value: kind, label: texts.scopes[kind] }))}
          value={scope.kind}
          onChange={choose}
        />
      )}
      {scope.kind === 'group' && (
        <ResourceGroupSelect
          groups={groups.data?.map(({ name }) => name) ?? []}
          value={scope.group}
          onChange={(group) => onChange({ kind: 'group', group })}
        />
      )}
    </Box>
  );
}

const lineStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 2,
  rowGap: 1,
} as const;
const stackStyle = { display: 'grid', justifyItems: 'start', gap: 1, mt: 1, mb: 2 } as const;
