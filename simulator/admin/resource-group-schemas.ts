import { z } from 'zod';

const groupIdSchema = z
  .string()
  .min(3, 'has fewer than 3 characters')
  .max(253, 'has more than 253 characters')
  .regex(/^[a-zA-Z0-9][a-zA-Z0-9.-]+[a-zA-Z0-9]$/, 'does not match the pattern of a resource group id');

/** Accepts the same keys as the API's own expression, which takes exponential time for some other texts. */
const labelSchema = z.object({
  key: z
    .string()
    .max(63, 'has more than 63 characters')
    .regex(
      /^ext\.ai\.sap\.com\/[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9])?$/,
      'does not match the pattern of a label',
    ),
  value: z.string().max(5000, 'has more than 5000 characters'),
});

/**
 * Body of POST resourceGroups. The API's description does not require the id, but nothing can be created without one.
 */
export const newGroupSchema = z.object({
  resourceGroupId: groupIdSchema,
  labels: z.array(labelSchema).default([]),
});

/** Body of PATCH resourceGroups/{id}. */
export const groupUpdateSchema = z.object({
  resourceGroupId: groupIdSchema.optional(),
  labels: z.array(labelSchema).optional(),
});

/** Path parameters of the calls that name a resource group. */
export const groupPathSchema = z.object({ name: groupIdSchema });

/** `key=value` and `key!=value`, separated by commas. */
const selectorSchema = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(z.string().regex(/^[^ =,!]+!?=[^ =,!]+$/, 'is not a label selector')))
  .transform((pairs) =>
    pairs.map((pair) => {
      const [key = '', value = ''] = pair.split(/!?=/);
      return { key, value, wanted: !pair.includes('!=') };
    }),
  );

/** Query of GET resourceGroups, besides paging. */
export const groupQuerySchema = z.object({
  continueToken: z.string().optional(),
  labelSelector: selectorSchema.default([]),
});

/** The `maxpagesize` of a Prefer header (RFC 7240). Unknown preferences are ignored. */
export function readMaxPageSize(header: string | string[] | undefined): number | undefined {
  const size = /(?:^|[,;\s])maxpagesize=(\d{1,6})(?:$|[,;\s])/.exec(String(header ?? ''))?.[1];
  return size === undefined || Number(size) === 0 ? undefined : Number(size);
}
