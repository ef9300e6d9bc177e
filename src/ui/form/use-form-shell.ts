import { useEffect, useRef } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import type { FormShellProps } from './form-shell.tsx';
import type { WriteState } from './use-write.ts';

/**
 * The props of a form's shell; `save` gets values that passed the rules. After each submit the first field with an
 * error gets the focus, once. React Hook Form's own way (to be disabled by `shouldFocusError`) misses fields that only
 * appear with their error, and takes the focus a second time from users who have moved on.
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
