import { plural } from '../format.ts';

export const exportList = {
  heading: (count: number) => `Export ${plural(count, { one: 'secret', other: 'secrets' })}`,
  note: 'AI Core never returns credentials. The list holds names and what this console knows of them.',
  format: 'Format',
  formats: { csv: 'List (CSV)', yaml: 'imagePullSecrets (YAML)' },
  columns: ['secret', 'registry', 'username', 'expires', 'last change'],
  download: 'Download',
};
