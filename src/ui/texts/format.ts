/** The language of the console's texts, dates and numbers. */
export const language = 'en';

const pluralRules = new Intl.PluralRules(language);
const numberFormat = new Intl.NumberFormat(language);
const dateFormat = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
const dateTimeFormat = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
const relativeFormat = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });

/** `plural(2, { one: 'secret', other: 'secrets' })` is `2 secrets`; the number is formatted. */
export function plural(
  count: number,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
): string {
  return `${numberFormat.format(count)} ${forms[pluralRules.select(count)] ?? forms.other}`;
}

export function formatNumber(value: number): string {
  return numberFormat.format(value);
}

export function formatDate(date: Date): string {
  return dateFormat.format(date);
}

export function formatDateTime(date: Date): string {
  return dateTimeFormat.format(date);
}

/** `in 9 days`, `tomorrow`, `today`, `3 days ago`; a negative number of days is past. */
export function formatDaysFromNow(days: number): string {
  return relativeFormat.format(days, 'day');
}
