import { GuardedButton } from '../guard/guarded-button.tsx';
import { useTexts } from '../texts/texts.ts';

interface DeleteInRowProps {
  /** Whether the signed-in person may do it. */
  readonly allowed: boolean;
  readonly name: string;
  readonly onDelete: (name: string) => void;
}

/** The delete button at the end of a row. */
export function DeleteInRow({ allowed, name, onDelete }: DeleteInRowProps) {
  const texts = useTexts('objects');
  return (
    <GuardedButton
      allowed={allowed}
      size="small"
      color="error"
      aria-label={texts.deleteOf(name)}
      onClick={() => onDelete(name)}
    >
      {texts.deleteButton}
    </GuardedButton>
  );
}
