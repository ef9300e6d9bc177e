import { language, type Language } from './language.ts';

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
