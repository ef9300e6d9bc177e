/** Parses a date and time; undefined if the text is not one. */
export function parseMoment(text: string | undefined): Date | undefined {
  const moment = new Date(text ?? '');
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}
