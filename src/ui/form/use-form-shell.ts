import { useEffect, useRef } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import type { FormShellProps } from './form-shell.tsx';
import type { WriteState } from './use-write.ts';

/**
 * What the shell around a form needs of it; `save` gets values that pass its rules.
 *
 * After each submit it puts the focus once into the first field with an error, as it stands on the screen. React Hook
 * Form's own way, to be switched off by `shouldFocusError`, does not reach a field that only its error brings onto the
 * screen, and takes the focus a second time from whoever has gone on.
 */
export function useFormShell<V extends FieldValues>(
  { formState, handleSubmit }: UseFormReturn<V>,
  write: WriteState,
  save: (values: V) => unknown,
): Pick<FormShellProps, 'ref' | 'onSubmit' | 'write' | 'dirty'> {
  const ref = useRef<HTMLFormElement>(null);
  const { submitCount, isDirty } = formState;
  useEffect(() => {
    if (submitCount > 0) ref.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [submitCount]);
  const submit = handleSubmit(save);
  return { ref, onSubmit: (event) => void submit(event), write, dirty: isDirty };
}
