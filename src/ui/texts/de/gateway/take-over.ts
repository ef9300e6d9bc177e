import type { takeOver as en } from '../../en/gateway/take-over.ts';
import { plural } from '../../format.ts';

export const takeOver: typeof en = {
  question: (count: number) =>
    `Nur dieser Browser kennt Angaben zu ${plural(count, { one: 'Secret', other: 'Secrets' })}. Mit allen teilen, die diese Konsole verwenden? Sie enthalten keine Zugangsdaten.`,
  share: 'Teilen',
  drop: 'Entfernen',
  lost: 'Das Secret ist gespeichert, aber Registrys und Ablaufdatum wurden nicht aufgezeichnet. Auf seiner Seite nachtragen.',
};
