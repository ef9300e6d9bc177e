import { Button } from '../ui/buttons/button.tsx';
import { AfterWrite } from '../ui/object/after-write.tsx';
import { BackToListLink } from '../ui/buttons/way-back.tsx';
import { useTexts } from '../ui/texts/texts.ts';

interface StoreSavedProps {
  readonly tenant: string;
  readonly group: string;
  readonly name: string;
  readonly title: (name: string) => string;
  readonly onAnother?: () => void;
}

/** After a write: what was done, and where to go next. */
export function StoreSaved({ tenant, group, name, title, onAnother }: StoreSavedProps) {
  const texts = useTexts('objectStores');
  return (
    <AfterWrite title={title} name={name} text={texts.doneText}>
      <BackToListLink
        to="/$tenant/object-store-secrets"
        params={{ tenant }}
        search={{ group }}
        variant="contained"
      />
      {onAnother && <Button onClick={onAnother}>{texts.registerAnother}</Button>}
    </AfterWrite>
  );
}
