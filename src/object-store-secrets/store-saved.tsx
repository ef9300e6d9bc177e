import Box from '@mui/material/Box';
import { Button } from '../ui/buttons/button.tsx';
import { Notice } from '../ui/feedback/notice.tsx';
import { WithName } from '../ui/layout/wording.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { useTexts } from '../ui/texts/texts.ts';

interface StoreSavedProps {
  readonly tenant: string;
  readonly group: string;
  readonly name: string;
  readonly title: (name: string) => string;
  readonly onAnother?: () => void;
}

/** After a write: what is so now, and where to go on. */
export function StoreSaved({ tenant, group, name, title, onAnother }: StoreSavedProps) {
  const texts = useTexts('objectStores');
  return (
    <>
      <Notice title={<WithName wording={title} name={name} />}>{texts.doneText}</Notice>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }}>
        <LinkButton
          to="/$tenant/object-store-secrets"
          params={{ tenant }}
          search={{ group }}
          variant="contained"
        >
          {texts.backToList}
        </LinkButton>
        {onAnother && <Button onClick={onAnother}>{texts.registerAnother}</Button>}
      </Box>
    </>
  );
}
