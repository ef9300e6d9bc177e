import { language, type Language } from './language.ts';

const pluralRules = new Intl.PluralRules(language);
const numberFormat = new Intl.NumberFormat(language);
/** English with day, month, year, and 24 hours: “12 Mar 2027, 16:05” is read the same way everywhere. */
const dateLanguage = language === 'en' ? 'en-GB' : language;
const dateFormat = new Intl.DateTimeFormat(dateLanguage, { dateStyle: 'medium' });
const dateTimeFormat = new Intl.DateTimeFormat(dateLanguage, { dateStyle: 'medium', timeStyle: 'short' });
const relativeFormat = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
const listFormat = new Intl.ListFormat(language);

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

/** “a, b, and c” */
export function formatList(items: readonly string[]): string {
  return listFormat.format(items);
}

const durations = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;
const maxDays = 365;
const beyond: Record<Language, string> = { en: 'more than a year', de: 'mehr als ein Jahr' };

/** “5 seconds”, “2 hours”: in the largest unit of which there are two, rounded up, and no number beyond a year. */
export function formatDuration(seconds: number): string {
  if (seconds > maxDays * 86_400) return beyond[language];
  const [unit, size] = durations.find(([, each]) => seconds >= 2 * each) ?? (['second', 1] as const);
  const style = { style: 'unit', unit, unitDisplay: 'long' } as const;
  return new Intl.NumberFormat(language, style).format(Math.ceil(seconds / size));
}
