/** The language of the console's texts, dates and numbers. */
export const language = 'en';

const pluralRules = new Intl.PluralRules(language);
const numberFormat = new Intl.NumberFormat(language);
const dateFormat = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
const dateTimeFormat = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });

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
