import type { Control, FieldPath, FieldValues } from 'react-hook-form';
import { readBearerToken } from '../domain/token/bearer-token.ts';
import type { FieldNote } from '../ui/form/field-notes.tsx';
import { SecretField } from '../ui/form/secret-field.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { useNow } from '../ui/media/use-now.ts';

interface TokenFieldProps<V extends FieldValues> {
  readonly control: Control<V>;
  readonly name: FieldPath<V>;
  readonly value: string;
  readonly hint: string;
  readonly autoFocus?: boolean;
}

/** A bearer token, and its expiry if the token contains it. */
export function TokenField<V extends FieldValues>(props: TokenFieldProps<V>) {
  const texts = useTexts('connections');
  const now = useNow();
  return (
    <SecretField
      control={props.control}
      name={props.name}
      label={texts.token}
      hint={props.hint}
      autoFocus={props.autoFocus ?? false}
      showLabel={texts.showToken}
      hideLabel={texts.hideToken}
      notes={expiryNotes()}
    />
  );

  function expiryNotes(): FieldNote[] {
    const read = readBearerToken(props.value);
    if (!read.ok || !read.expiresAt) return [];
    const severity = read.expiresAt <= now ? 'warning' : 'info';
    return [{ id: 'expiry', severity, text: texts.tokenEndsAt(read.expiresAt, now) }];
  }
}
