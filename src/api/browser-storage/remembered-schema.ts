import { z } from 'zod/mini';
import { knownRegistriesSchema } from '../../domain/registry/known-registry.ts';

/**
 * What is remembered of a secret, since AI Core tells nothing but names: hosts, usernames, dates and a note, never a
 * credential. It was registered or rotated here, or somebody entered it by hand.
 */
export const noteSchema = z.object({
  name: z.string(),
  registries: knownRegistriesSchema,
  registeredAt: z.optional(z.string()),
  rotatedAt: z.optional(z.string()),
  /** Known to a gateway only. */
  registeredBy: z.optional(z.string()),
  rotatedBy: z.optional(z.string()),
  /** ISO 8601: a date chosen by the user, or the moment that a token names. */
  expiresAt: z.optional(z.string()),
  /** The end of the credential before: kept by a rotation that gave none, until somebody says when this one ends. */
  formerEnd: z.optional(z.string()),
  /** When registries, end or note were last entered by hand. */
  detailsAt: z.optional(z.string()),
  detailsBy: z.optional(z.string()),
  note: z.optional(z.string()),
});

/** Of the secret of one tenant among several. */
export const rememberedSchema = z.object({ connectionId: z.string(), ...noteSchema.shape });

export type RememberedSecret = z.infer<typeof rememberedSchema>;
