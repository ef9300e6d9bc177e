import { z } from 'zod/mini';

/** A text of an answer that may be missing, null or something else: that costs none of the rest. */
export const lenientText = z.catch(z.optional(z.string()), undefined);
