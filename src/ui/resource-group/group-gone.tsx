import { EmptyState } from '../feedback/empty-state.tsx';
import { LinkButton } from '../link-button.tsx';
import { useTexts } from '../texts/texts.ts';

interface GroupGoneProps {
  readonly tenant: string;
  readonly group: string;
}

/** Replaces what a resource group holds, where the tenant has no such group. */
export function GroupGone({ tenant, group }: GroupGoneProps) {
  const texts = useTexts('resourceGroups');
  return (
    <EmptyState
      heading={texts.notFoundTitle}
      action={
        <LinkButton to="/$tenant/resource-groups" params={{ tenant }} variant="contained">
          {texts.openGroups}
        </LinkButton>
      }
    >
      {texts.chooseAnother(group)}
    </EmptyState>
  );
}
