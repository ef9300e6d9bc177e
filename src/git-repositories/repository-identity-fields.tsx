import { useState } from 'react';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { checkRepositoryName } from '../domain/git/repository-name.ts';
import { suggestionNotes, type FieldNote } from '../ui/form/field-notes.tsx';
import { TextField } from '../ui/form/text-field.tsx';
import { useConnectionIfAny } from '../api/current-connection.tsx';
import { useSettled } from '../ui/form/typing.tsx';
import { WithName } from '../ui/layout/wording.tsx';
import { NameLink } from '../ui/text-link.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import {
  moveCredentials,
  proposeFreeName,
  type RepositoryFormValues,
  type TakenRepository,
} from './repository-form-values.ts';
import { urlNotes } from './url-notes.ts';

interface IdentityFieldsProps {
  readonly form: UseFormReturn<RepositoryFormValues>;
  readonly taken: readonly TakenRepository[];
}

/** URL and name. The name follows the URL until the user types another one. */
export function IdentityFields({ form, taken }: IdentityFieldsProps) {
  const texts = { ...useTexts('objects'), ...useTexts('repositoryForm') };
  const { control, getFieldState, getValues, setFocus, setValue, trigger } = form;
  const url = useSettled(useWatch({ control, name: 'url' }));
  const name = useSettled(useWatch({ control, name: 'name' }));
  const [proposed, setProposed] = useState('');
  const [movedNow, setMoved] = useState<'moved' | 'movedButKept'>();
  const moved = useSettled(movedNow);
  const tenant = useConnectionIfAny()?.id;
  const leadTo = (found: string, wording: (name: string) => string) =>
    tenant === undefined ? (
      wording(found)
    ) : (
      <WithName wording={wording} name={found}>
        <NameLink to="/$tenant/git-repositories/$name" params={{ tenant, name: found }} target="_blank">
          <code>{found}</code>
        </NameLink>
      </WithName>
    );

  const followUrl = () => {
    if (getFieldState('url').invalid) void trigger('url');
    const moving = moveCredentials(getValues());
    setMoved(moving && (moving.kept ? 'movedButKept' : 'moved'));
    if (moving) {
      setValue('url', moving.url, { shouldDirty: true });
      setValue('username', moving.username, { shouldDirty: true, shouldValidate: moving.username !== '' });
      setValue('accessToken', moving.accessToken, {
        shouldDirty: true,
        shouldValidate: moving.accessToken !== '',
      });
    }
    if (getValues('name') === proposed) {
      const next = proposeFreeName(getValues('url'), taken);
      setProposed(next);
      setValue('name', next, { shouldDirty: true, shouldValidate: next !== '' });
    }
  };
  const replaceUrl = (replacement: string) => {
    const note = movedNow;
    setValue('url', replacement, { shouldDirty: true });
    followUrl();
    setMoved(note);
    void trigger('url');
    // The pressed button disappears with its note.
    setFocus('url');
  };
  const useName = (suggestion: string) => {
    setValue('name', suggestion, { shouldDirty: true, shouldValidate: true });
    setFocus('name');
  };

  const movedNote: FieldNote[] = moved ? [{ id: moved, severity: 'info', text: texts[moved] }] : [];
  return (
    <>
      <TextField
        control={control}
        name="url"
        label={texts.url}
        hint={texts.urlHint}
        notes={[...movedNote, ...urlNotes(texts, url, replaceUrl)]}
        autoFocus
        onFilled={() => void trigger('url')}
        onChange={followUrl}
        showError={(message) => {
          const same = taken.find((one) => message === texts.urlTaken(one.name, one.url));
          return same ? leadTo(same.name, (one) => texts.urlTaken(one, same.url)) : message;
        }}
      />
      <TextField
        control={control}
        name="name"
        label={texts.name}
        hint={texts.nameHint}
        notes={suggestionNotes(texts, checkRepositoryName(name)?.suggestion, useName)}
        onChange={() => void trigger('name')}
        showError={(message, value) =>
          message === texts.nameTaken(value) ? leadTo(value, texts.nameTaken) : message
        }
      />
    </>
  );
}
