import { z } from 'zod/mini';

/** A text of an answer that may be missing, null or something else: that costs none of the rest. */
export const lenientText = z.catch(z.optional(z.string()), undefined);

/** The moment that a text names; undefined where it names none. */
export function parseMoment(text: string | undefined): Date | undefined {
  const moment = new Date(text ?? '');
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}
