/** The moment that a text names; undefined where it names none. */
export function parseMoment(text: string | undefined): Date | undefined {
  const moment = new Date(text ?? '');
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}
