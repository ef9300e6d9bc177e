import { GuardedButton } from '../guard/guarded-button.tsx';

interface DeleteInRowProps {
  /** Whether the signed-in person may do it. */
  readonly allowed: boolean;
  readonly texts: { readonly deleteButton: string; readonly deleteOf: (name: string) => string };
  readonly name: string;
  readonly onDelete: (name: string) => void;
}

/** At the end of a row: how to be rid of what it is about. */
export function DeleteInRow({ allowed, texts, name, onDelete }: DeleteInRowProps) {
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
