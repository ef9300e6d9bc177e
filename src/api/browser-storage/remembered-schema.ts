import { z } from 'zod/mini';
import { knownRegistriesSchema } from '../../domain/registry/known-registry.ts';

/**
 * What is remembered of a secret, because AI Core only returns names: hosts, usernames, dates and a note, never a
 * credential. It was registered or rotated in the console, or entered by hand.
 */
export const noteSchema = z.object({
  name: z.string(),
  registries: knownRegistriesSchema,
  registeredAt: z.optional(z.string()),
  rotatedAt: z.optional(z.string()),
  /** Only a gateway knows it. */
  registeredBy: z.optional(z.string()),
  rotatedBy: z.optional(z.string()),
  /** ISO 8601: a date chosen by the user, or the expiry time in a token. */
  expiresAt: z.optional(z.string()),
  /** The expiry of the previous credential, kept by a rotation without a date until somebody enters the new one. */
  formerEnd: z.optional(z.string()),
  /** When registries, expiry or note were last entered by hand. */
  detailsAt: z.optional(z.string()),
  detailsBy: z.optional(z.string()),
  note: z.optional(z.string()),
});

/** With the tenant it belongs to. */
export const rememberedSchema = z.object({ connectionId: z.string(), ...noteSchema.shape });

export type RememberedSecret = z.infer<typeof rememberedSchema>;
