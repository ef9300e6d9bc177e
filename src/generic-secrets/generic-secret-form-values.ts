import { z } from 'zod/mini';
import { checkGenericSecretName } from '../domain/generic-secret/generic-secret-name.ts';
import {
  checkSecretKey,
  maxSecretBytes,
  sizeOfEntries,
  type SecretEntry,
} from '../domain/generic-secret/secret-data.ts';
import { reportProblem } from '../ui/form/form-rules.ts';
import type { Catalogue } from '../ui/texts/texts.ts';

export interface GenericSecretValues {
  name: string;
  entries: SecretEntry[];
}

export const emptyEntry: SecretEntry = { key: '', text: '', file: undefined };

interface FormRules {
  readonly texts: Pick<
    Catalogue['genericSecrets'],
    'nameProblem' | 'nameTaken' | 'keyProblem' | 'keyTwice' | 'valueMissing' | 'tooLarge'
  >;
  /** The names in the scope; without it, the secret is one of them. */
  readonly taken?: readonly string[] | undefined;
}

/** The rules of the form; each violation is a message at its field. */
export function genericSecretFormSchema({ texts, taken }: FormRules) {
  const file = z.object({ name: z.string(), size: z.number(), base64: z.string() });
  const entry = z.object({ key: z.string(), text: z.string(), file: z.optional(file) });
  return z.object({ name: z.string(), entries: z.array(entry) }).check((context) => {
    const { name, entries } = context.value;
    const problem = taken && checkGenericSecretName(name);
    if (problem) reportProblem(context, texts.nameProblem(problem), ['name']);
    else if (taken?.includes(name)) reportProblem(context, texts.nameTaken(name), ['name']);
    const seen = new Set<string>();
    for (const [index, { key, text, file: chosen }] of entries.entries()) {
      const found = checkSecretKey(key);
      if (found) reportProblem(context, texts.keyProblem(found), ['entries', index, 'key']);
      else if (seen.has(key)) reportProblem(context, texts.keyTwice(key), ['entries', index, 'key']);
      seen.add(key);
      if (text === '' && !chosen) reportProblem(context, texts.valueMissing, ['entries', index, 'text']);
    }
    if (sizeOfEntries(entries) > maxSecretBytes)
      reportProblem(context, texts.tooLarge(maxSecretBytes), ['entries', entries.length - 1, 'text']);
  });
}
