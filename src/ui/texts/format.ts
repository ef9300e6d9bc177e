import { language } from './language.ts';
import { once } from '../../domain/once.ts';

/** English with day, month, year, and 24 hours: “12 Mar 2027, 16:05” is read the same way everywhere. */
const dateLanguage = language === 'en' ? 'en-GB' : language;
// The browser reads a language’s rules for each, which the first page does without.
const pluralRules = once(() => new Intl.PluralRules(language));
const numberFormat = once(() => new Intl.NumberFormat(language));
const dateFormat = once(() => new Intl.DateTimeFormat(dateLanguage, { dateStyle: 'medium' }));
const dateTimeFormat = once(
  () => new Intl.DateTimeFormat(dateLanguage, { dateStyle: 'medium', timeStyle: 'short' }),
);
const timeFormat = once(() => new Intl.DateTimeFormat(dateLanguage, { timeStyle: 'medium' }));
const relativeFormat = once(() => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));
const listFormat = once(() => new Intl.ListFormat(language));

/** `plural(2, { one: 'secret', other: 'secrets' })` is `2 secrets`; the number is formatted. */
export function plural(
  count: number,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
): string {
  return `${numberFormat().format(count)} ${forms[pluralRules().select(count)] ?? forms.other}`;
}

export function formatNumber(value: number): string {
  return numberFormat().format(value);
}

export function formatDate(date: Date): string {
  return dateFormat().format(date);
}

export function formatDateTime(date: Date): string {
  return dateTimeFormat().format(date);
}

/** “16:05:07” */
export function formatTime(date: Date): string {
  return timeFormat().format(date);
}

/** An end in ISO 8601: a moment as the clocks are here, but a day without a time is the same day everywhere. */
export function formatEnd(end: string): string {
  return formatDate(new Date(isDay(end) ? `${end}T12:00` : end));
}

/** The same with the time, where it has one. */
export function formatWholeEnd(end: string): string {
  return isDay(end) ? formatEnd(end) : formatDateTime(new Date(end));
}

function isDay(text: string): boolean {
  return text.length === 'YYYY-MM-DD'.length;
}

/** `in 9 days`, `tomorrow`, `today`, `3 days ago`; a negative number of days is past. */
export function formatDaysFromNow(days: number): string {
  return relativeFormat().format(days, 'day');
}

/** “a, b, and c” */
export function formatList(items: readonly string[]): string {
  return listFormat().format(items);
}

/** “vor 3 Tagen” at the beginning of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
