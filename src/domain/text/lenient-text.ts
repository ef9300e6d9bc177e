import { z } from 'zod/mini';

/** A text in an answer; if it is missing, null or something else, the rest of the answer stays valid. */
export const lenientText = z.catch(z.optional(z.string()), undefined);
