import type { exportList as en } from '../en/export-list.ts';
import { plural } from '../format.ts';
import type { Translated } from '../translated.ts';

export const exportList: Translated<typeof en> = {
  heading: (count) => `${plural(count, { one: 'Secret', other: 'Secrets' })} exportieren`,
  note: 'AI Core gibt Zugangsdaten nie zurück. Die Liste enthält Namen und was diese Konsole dazu weiß.',
  format: 'Format',
  formats: { csv: 'Liste (CSV)', yaml: 'imagePullSecrets (YAML)' },
  columns: ['Secret', 'Registry', 'Benutzername', 'Ablauf', 'letzte Änderung'],
  download: 'Herunterladen',
};
