import { z } from 'zod/mini';
import { checkObjectStoreName } from '../domain/object-store/object-store-name.ts';
import type { StoreValues } from '../domain/object-store/store-body.ts';
import { checkStoreField } from '../domain/object-store/store-checks.ts';
import { storeFields, storeTypes, type StoreFieldId } from '../domain/object-store/store-types.ts';
import { reportProblem } from '../ui/form/form-rules.ts';
import type { Catalogue } from '../ui/texts/texts.ts';

interface StoreFormRules {
  readonly texts: Catalogue['objectStores'];
  /** The names in the resource group; without it, the secret is one of them. */
  readonly taken?: readonly string[] | undefined;
}

const text = z.string();
const valuesSchema = z.object({
  name: text,
  type: z.enum(storeTypes),
  pathPrefix: text,
  bucket: text,
  endpoint: text,
  region: text,
  accessKeyId: text,
  secretAccessKey: text,
  nameNode: text,
  tlsCert: text,
  tlsKey: text,
  headers: text,
  containerUri: text,
  sasToken: text,
  clientId: text,
  clientSecret: text,
  azureTenantId: text,
  subscriptionId: text,
  serviceAccount: text,
});

/** The rules of the form, only for the fields of its type; each violation is a message at its field. */
export function storeFormSchema({ texts, taken }: StoreFormRules) {
  return valuesSchema.check((context) => {
    const values: StoreValues = context.value;
    const problem = taken && checkObjectStoreName(values.name);
    if (problem) reportProblem(context, texts.nameProblem(problem), ['name']);
    else if (taken?.includes(values.name)) reportProblem(context, texts.nameTaken(values.name), ['name']);
    for (const field of storeFields[values.type]) {
      const found = checkStoreField(field, values[field.id]);
      if (found) reportProblem(context, texts.fieldProblem(field.id, found), [field.id]);
    }
  });
}

/** The correct value of a field, where it is clear what was meant. */
export function suggestionFor({ type, ...values }: StoreValues, id: StoreFieldId): string | undefined {
  const field = storeFields[type].find((one) => one.id === id);
  return field && checkStoreField(field, values[id])?.suggestion;
}
