import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../ui/buttons/button.tsx';
import type { SecretDialog } from '../list/open-dialog.ts';
import { lazyPart } from '../../ui/feedback/lazy-part.tsx';
import { iconProps } from '../../ui/icon-props.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { useSecretActs } from '../use-secret-acts.ts';

const RowMenu = lazyPart(() => import('../list/row-menu.tsx'), 'RowMenu');

/** The menu that the secret also has in the list. */
export function SecretMenu({ name, openDialog }: { name: string; openDialog: (kind: SecretDialog) => void }) {
  const texts = useTexts('secrets');
  const { act, mayWrite } = useSecretActs(openDialog);
  const [anchor, setAnchor] = useState<HTMLElement>();
  return (
    <>
      <IconButton
        label={texts.moreOf(name)}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
        sx={{ width: 32, height: 32 }}
      >
        <Ellipsis {...iconProps} />
      </IconButton>
      {anchor && (
        <RowMenu
          name={name}
          mayWrite={mayWrite}
          anchor={anchor}
          onAct={act}
          onClose={() => setAnchor(undefined)}
        />
      )}
    </>
  );
}
